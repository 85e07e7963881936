namespace DlpDashboard.Scans.Running;

/// <summary>
/// Stops a run cleanly once its plan's time or bytes are used up. Time counts from when the scan began or last went on by a person's wish, whatever
/// restarts lie between; within a process it is measured by a clock that does not jump. Bytes may exceed by what was being read.
/// </summary>
internal sealed class BudgetWatch(ScanRun run, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>Watches until cancelled, or until the budget is used up.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var plan = run.Scan.Plan;
        if (plan.TimeBudget is null && plan.ByteBudget is null)
        {
            return;
        }

        var left = plan.TimeBudget - Passed();
        var since = time.GetTimestamp();
        using var timer = new PeriodicTimer(Beat, time);
        try
        {
            do
            {
                if (left is { } rest && time.GetElapsedTime(since) >= rest)
                {
                    run.Stop(ScanStop.Budget, $"The time budget of {Words(plan.TimeBudget!.Value)} is used up. Resume the scan to go on from where it stands.");
                    return;
                }

                if (StopAtBytes(run))
                {
                    return;
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>Stops the run if its plan's bytes are used up; asked after each object, as a quick scan reads much between two beats.</summary>
    /// <returns>Whether they are.</returns>
    public static bool StopAtBytes(ScanRun run)
    {
        if (run.Scan.Plan.ByteBudget is not { } bytes || run.Tally.BytesRead - run.Scan.BytesReadBefore < bytes)
        {
            return false;
        }

        run.Stop(ScanStop.Budget, $"The budget of {bytes:N0} bytes is used up. Resume the scan to go on from where it stands.");
        return true;
    }

    /// <summary>A clock that was set back must not add to the budget.</summary>
    private TimeSpan Passed()
    {
        var passed = time.GetUtcNow().UtcDateTime - (run.Scan.GoingSinceUtc ?? time.GetUtcNow().UtcDateTime);
        return passed > TimeSpan.Zero ? passed : TimeSpan.Zero;
    }

    private static string Words(TimeSpan span) => span.TotalHours >= 1 ? $"{span.TotalHours:0.#} hours" : $"{span.TotalMinutes:0} minutes";
}
