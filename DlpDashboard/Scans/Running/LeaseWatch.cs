using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Keeps a run's lease alive while nothing is written (one huge object), and looks whether a person on any node asked to stop. Ends the run
/// where the lease was lost, or could not be renewed until it ran out.
/// </summary>
internal sealed class LeaseWatch(IDbContextFactory<DlpDbContext> contexts, IOptions<ScanOptions> options, TimeProvider time, ILogger<LeaseWatch> log)
{
    /// <summary>Watches until cancelled.</summary>
    public async Task RunAsync(ScanRun run, CancellationToken cancellationToken)
    {
        var lease = options.Value.Lease;
        var renewed = time.GetTimestamp();
        using var timer = new PeriodicTimer(options.Value.LookForCancel, time);
        try
        {
            do
            {
                var looked = await TryLookAsync(run, time.GetElapsedTime(renewed) > lease / 3, cancellationToken);
                run.Tally.LeaseWaits(looked is null);
                if (looked is { } wasRenewed)
                {
                    renewed = wasRenewed ? time.GetTimestamp() : renewed;
                }
                else if (time.GetElapsedTime(renewed) > lease)
                {
                    run.Stop(ScanStop.LeaseLost);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    /// <summary>Whether the lease was renewed; null where the database did not answer.</summary>
    private async Task<bool?> TryLookAsync(ScanRun run, bool renew, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var mine = db.Scans.Where(s => s.Id == run.Scan.Id && s.LeaseToken == run.Token);
            var row = await mine.AsNoTracking().Select(s => new { s.CancelRequestedUtc, s.PauseRequestedUtc }).SingleOrDefaultAsync(cancellationToken);
            if (row is null)
            {
                run.Stop(ScanStop.LeaseLost);
                return false;
            }

            if (row.CancelRequestedUtc is not null)
            {
                run.Stop(ScanStop.Cancelled);
            }
            else if (row.PauseRequestedUtc is not null)
            {
                run.Stop(ScanStop.Paused);
            }

            var until = time.GetUtcNow().UtcDateTime + options.Value.Lease;
            return renew && await mine.ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseUntilUtc, until), cancellationToken) > 0;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failure, "The lease of scan {ScanId} could not be looked at; it is tried again.", run.Scan.Id);
            return null;
        }
    }
}
