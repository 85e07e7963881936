using DlpDashboard.Access;

namespace DlpDashboard.Tests.Access;

public sealed class SharedReadingTests
{
    private static readonly Guid Organisation = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private readonly SharedReading<int> _shared = new(TimeProvider.System);
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _readings;

    [Fact]
    public async Task Three_hundred_who_ask_at_once_cost_two_readings_and_get_none_from_before_they_asked()
    {
        var first = AskAsync(Of("a"));
        await Until();
        var others = Enumerable.Range(0, 299).Select(_ => AskAsync(Of("b"))).ToList();
        _open.SetResult();
        Assert.Equal(1, await first);
        Assert.All(await Task.WhenAll(others), value => Assert.Equal(2, value));
        Assert.Equal(2, _readings);
    }

    [Fact]
    public async Task Who_takes_what_is_not_too_old_costs_nothing()
    {
        _open.SetResult();
        Assert.Equal(1, await AskAsync(Of("a")));
        Assert.Equal(1, await AskAsync(Of("b"), TimeSpan.FromHours(1)));
        Assert.Equal(2, await AskAsync(Of("b")));
    }

    [Fact]
    public async Task Other_organisations_and_other_rights_share_nothing()
    {
        _open.SetResult();
        Assert.Equal(1, await AskAsync(Of("a"), TimeSpan.FromHours(1)));
        Assert.Equal(2, await AskAsync(Of("a", permission: Permissions.EventsRead), TimeSpan.FromHours(1)));
        Assert.Equal(3, await AskAsync(Of("a", Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task Who_leaves_does_not_end_the_reading_for_the_others()
    {
        using var leaving = new CancellationTokenSource();
        var leaver = _shared.ReadAsync(Of("a"), TimeSpan.Zero, ReadAsync, leaving.Token);
        await Until();
        var stays = AskAsync(Of("b"), TimeSpan.FromHours(1));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        _open.SetResult();
        Assert.Equal(1, await stays);
    }

    [Fact]
    public async Task A_failure_reaches_who_waited_and_the_next_reading_is_tried_anew()
    {
        _open.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _shared.ReadAsync(Of("a"), TimeSpan.FromHours(1), (_, _) => throw new InvalidOperationException("broken"), default));
        Assert.Equal(1, await AskAsync(Of("a"), TimeSpan.FromHours(1)));
    }

    private Task<int> AskAsync(Actor actor, TimeSpan notOlderThan = default) => _shared.ReadAsync(actor, notOlderThan, ReadAsync, default);

    private async Task<int> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _readings);
        await _open.Task.WaitAsync(cancellationToken);
        return number;
    }

    private Task Until() => Testing.Until.TrueAsync(() => Volatile.Read(ref _readings) > 0);

    private static Actor Of(string person, Guid? organisation = null, string permission = Permissions.ScansRead) => 
        new(organisation ?? Organisation, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), person, new HashSet<string>(StringComparer.Ordinal) { permission });
}
