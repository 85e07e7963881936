using DlpDashboard.Scans;
using DlpDashboard.Scans.Live;

namespace DlpDashboard.Tests.Scans;

public sealed class ScanProgressFeedTests : IDisposable
{
    private readonly ScanProgressFeed _feed = new(TimeProvider.System);
    private readonly Guid _organisation = Guid.CreateVersion7();
    private readonly Guid _scan = Guid.CreateVersion7();
    private readonly CancellationTokenSource _leave = new();

    [Fact]
    public async Task A_watcher_sees_at_once_where_the_scan_stands()
    {
        _feed.Publish(Step(7));
        await using var watch = Watch();
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(7, watch.Current.ObjectsListed);
    }

    [Fact]
    public async Task A_step_published_between_joining_and_reading_is_not_lost()
    {
        _feed.Publish(Step(1));
        await using var watch = Watch();
        await watch.MoveNextAsync();
        _feed.Publish(Step(2));
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(2, watch.Current.ObjectsListed);
    }

    [Fact]
    public async Task A_slow_watcher_gets_the_newest_step_and_no_backlog()
    {
        _feed.Publish(Step(0));
        await using var watch = Watch();
        await watch.MoveNextAsync();
        for (var i = 1; i <= 1000; i++)
        {
            _feed.Publish(Step(i));
        }

        await watch.MoveNextAsync();
        Assert.Equal(1000, watch.Current.ObjectsListed);
        await NothingFollowsAsync(watch.MoveNextAsync());
    }

    [Fact]
    public async Task Many_watchers_are_told_in_turns_none_is_passed_over_and_the_end_is_for_all()
    {
        const int Many = 4 * ScanProgressFeed.TellsPerStep;
        var watches = Enumerable.Range(0, Many).Select(_ => Watch()).ToList();
        var told = watches.Select(watch => watch.MoveNextAsync().AsTask()).ToList();
        _feed.Publish(Step(1));
        Assert.InRange(told.Count(one => one.IsCompleted), 0, Many / 2);
        for (var at = 2; at <= 5; at++)
        {
            _feed.Publish(Step(at));
        }

        Assert.All(await Task.WhenAll(told), Assert.True);
        _feed.Publish(Step(6) with { State = ScanState.Completed });
        foreach (var watch in watches)
        {
            while (watch.Current.State != ScanState.Completed)
            {
                Assert.True(await watch.MoveNextAsync());
            }

            await watch.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_last_word_ends_the_watch_and_is_not_kept()
    {
        _feed.Publish(Step(1));
        await using var watch = Watch();
        await watch.MoveNextAsync();
        _feed.Publish(Step(2) with { State = ScanState.Completed });

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(ScanState.Completed, watch.Current.State);
        Assert.False(await watch.MoveNextAsync());
        Assert.Null(_feed.Latest(_organisation, _scan));
        Assert.Equal(0, _feed.Watchers);
    }

    [Fact]
    public async Task Leaving_ends_the_watch()
    {
        using var leave = new CancellationTokenSource();
        await using var watch = _feed.WatchAsync(_organisation, _scan, leave.Token).GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();
        Assert.Equal(1, _feed.Watchers);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(0, _feed.Watchers);
    }

    [Fact]
    public async Task Another_organisation_sees_nothing()
    {
        _feed.Publish(Step(1));
        var stranger = Guid.CreateVersion7();
        await using var watch = _feed.WatchAsync(stranger, _scan, default).GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();
        _feed.Publish(Step(2));
        Assert.False(await next);
        Assert.Null(_feed.Latest(stranger, _scan));
        Assert.Empty(_feed.Running(stranger));
    }

    [Fact]
    public async Task Changes_are_told_once_however_many_there_were()
    {
        await using var watch = _feed.WatchChangesAsync(_organisation, _leave.Token).GetAsyncEnumerator();
        Assert.True(await watch.MoveNextAsync());
        _feed.Changed(_organisation);
        _feed.Changed(_organisation);
        _feed.Changed(Guid.CreateVersion7());
        Assert.True(await watch.MoveNextAsync());
        await NothingFollowsAsync(watch.MoveNextAsync());
    }

    public void Dispose() => _leave.Dispose();

    private async Task NothingFollowsAsync(ValueTask<bool> next)
    {
        var waiting = next.AsTask();
        Assert.False(waiting.IsCompleted);
        await _leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private IAsyncEnumerator<ScanProgress> Watch() => _feed.WatchAsync(_organisation, _scan, _leave.Token).GetAsyncEnumerator();

    private ScanProgress Step(long listed) => new(
        _organisation, _scan, Guid.CreateVersion7(), ScanState.Running, DateTime.UnixEpoch, ScanCounts.Zero, 0, ScanLeftOut.Zero, listed, 0, false, 0, 0, 0, 0, null, [], []);
}
