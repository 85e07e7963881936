using DlpDashboard.Scans;
using DlpDashboard.Scans.Live;
using DlpDashboard.Tests.Testing;

namespace DlpDashboard.Tests.Scans;

/// <summary>Somebody sets the machine's clock while a scan runs.</summary>
public sealed class ScanClockTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Objects = 600;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_jumps_by_an_hour_changes_no_number_and_takes_no_scan_from_its_holder(int hours)
    {
        var time = new JumpingTime();
        var store = new ScriptedStore().WithMany("a", Objects, _ => Results.Text);
        var half = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        store.BeforeOpen = (_, token) =>
        {
            if (store.Opened.Count > Objects / 2)
            {
                half.TrySetResult();
            }

            return half.Task.IsCompleted ? goOn.Task.WaitAsync(token) : Task.CompletedTask;
        };
        await using var house = new ScanHouse(database, store, options => options.BatchObjects = 50, time: time);
        await using var working = await house.WorkAsync();
        var id = await house.RequestAsync();
        var steps = new List<ScanProgress>();
        using var enough = new CancellationTokenSource();
        var watching = WatchAsync(house, id, steps, enough.Token);
        await half.Task.WaitAsync(TimeSpan.FromMinutes(1));

        time.Jump(TimeSpan.FromHours(hours));
        Assert.Null(await house.Queue.ClaimAsync(default));
        goOn.SetResult();
        await Until.TrueAsync(async () => (await house.RowAsync(id)).State == ScanState.Completed);
        await enough.CancelAsync();
        await watching;

        var row = await house.RowAsync(id);
        ScanAssert.Exact(row, Objects, Objects);
        Assert.Equal(1, row.Attempts);
        Assert.True(row.EndedUtc >= row.StartedUtc);
        Assert.NotEmpty(steps);
        Assert.All(steps, step =>
        {
            Assert.InRange(step.BytesPerSecond, 0, 1e9);
            Assert.InRange(step.TimeLeft ?? TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(30));
        });
    }

    private static async Task WatchAsync(ScanHouse house, Guid id, List<ScanProgress> steps, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var step in house.Feed.WatchAsync(house.OrganisationId, id, cancellationToken))
            {
                steps.Add(step);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.True(cancellationToken.IsCancellationRequested);
        }
    }
}
