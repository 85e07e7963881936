using DlpDashboard.Scans.Live;

namespace DlpDashboard.Scans.Running;

/// <summary>Puts a run's numbers into the feed, at the feed's pace and no faster, however fast the run is.</summary>
internal sealed class ProgressReporter(ScanRun run, ScanProgressFeed feed, TimeProvider time)
{
    private readonly ScanSpeed _bytes = new(time);
    private readonly ScanSpeed _objects = new(time);

    /// <summary>Reports until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(ScanProgressFeed.Pace, time);
        do
        {
            Report(ScanState.Running);
        }
        while (await NextAsync(timer, cancellationToken));
    }

    /// <summary>One step; the last word carries the state the database has.</summary>
    public void Report(ScanState state)
    {
        var tally = run.Tally;
        var counts = tally.Counts();
        var bytes = tally.BytesDone;
        _bytes.Update(bytes);
        _objects.Update(counts.Total());
        feed.Publish(new ScanProgress(
            run.Scan.OrganisationId,
            run.Scan.Id,
            run.Scan.EndpointId,
            state,
            time.GetUtcNow().UtcDateTime,
            counts,
            tally.Unchanged,
            tally.LeftOut,
            tally.ObjectsListed,
            tally.BytesListed,
            tally.IsListed,
            bytes,
            _bytes.PerSecond,
            tally.Detections,
            tally.Findings,
            state == ScanState.Running ? TimeLeft(counts.Total(), bytes) : null,
            state == ScanState.Running ? Current() : [],
            tally.LatestFindings(),
            state == ScanState.Running && tally.WaitsForDatabase));
    }

    /// <summary>The longer of what bytes and what objects say; unknown until all is listed and some of it moves.</summary>
    private TimeSpan? TimeLeft(long objects, long bytes)
    {
        var tally = run.Tally;
        var objectsLeft = tally.ObjectsListed - objects;
        var bytesLeft = Math.Max(0, tally.BytesListed - bytes);
        if (!tally.IsListed || (_objects.PerSecond < 0.01 && _bytes.PerSecond < 1))
        {
            return null;
        }

        var seconds = Math.Max(
            bytesLeft > 0 && _bytes.PerSecond >= 1 ? bytesLeft / _bytes.PerSecond : 0,
            objectsLeft > tally.Slots.Count && _objects.PerSecond >= 0.01 ? objectsLeft / _objects.PerSecond : 0);
        return seconds < TimeSpan.FromDays(100).TotalSeconds ? TimeSpan.FromSeconds(Math.Ceiling(seconds)) : null;
    }

    private List<CurrentObject> Current()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return run.Tally.Slots
            .Select(slot => (slot.Object, slot.Elapsed))
            .Where(pair => pair.Object is not null)
            .OrderByDescending(pair => pair.Elapsed)
            .Take(ScanProgress.CurrentLimit)
            .Select(pair => new CurrentObject(pair.Object!.Stored.Bucket, pair.Object.Stored.Key, pair.Object.Stored.Size, now - pair.Elapsed))
            .ToList();
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
