using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Findings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// Transactions that begin with the scan's row and come in only while it carries the run's token. A database that is away is waited for as long
/// as the lease lasts. Whether a writing came in whose connection broke at its commit is told by the row's <see cref="Scan.Writes"/>: nothing is written twice.
/// </summary>
internal sealed class GuardedWriter(
    IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, IOptions<ScanOptions> options, TimeProvider time, ILogger<GuardedWriter> log)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceAtShutdown = TimeSpan.FromSeconds(5);

    /// <summary>Tries that the database refused or did not answer, since the app started.</summary>
    public int Refused { get; private set; }

    /// <summary>Whether a failure, thrown by whatever used the database, passes by itself or by somebody's making room.</summary>
    public bool IsAway(Exception failure) => dialect.FaultOf(failure) != DatabaseFault.None;

    /// <summary>Changes the scan's row and what goes with it; all or nothing.</summary>
    /// <param name="run">Whose token guards it. One writing at a time.</param>
    /// <param name="change">What happens to the row and to what else is tracked. Done again with each try.</param>
    /// <param name="write">What is written after the row. Done again with each try.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LeaseLostException">Somebody else holds the scan, or the database was away until the lease had run out.</exception>
    /// <exception cref="DatabaseFullException">Its disk was full for as long.</exception>
    public async Task<IReadOnlyList<FindingChange>> WriteAsync(
        ScanRun run, Action<DlpDbContext, Scan> change, Func<DlpDbContext, Task<IReadOnlyList<FindingChange>>> write, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var pause = FirstPause;
        for (var attempt = new Attempt(); ;)
        {
            try
            {
                await TryAsync(run, attempt, change, write, cancellationToken);
                run.Wrote();
                run.Tally.WritesWait(false);
                return attempt.Changes;
            }
            catch (Exception failure) when (dialect.FaultOf(failure) is var fault and not DatabaseFault.None)
            {
                Refused++;
                run.Tally.WritesWait(true);
                ScanMeasures.WasRefused(run.Scan);
                if (time.GetElapsedTime(began) > Patience(run))
                {
                    throw fault == DatabaseFault.DiskFull ? new DatabaseFullException(failure) : new LeaseLostException();
                }

                log.LogWarning(failure, "Scan {ScanId} could not be written; it is tried again.", run.Scan.Id);
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private TimeSpan Patience(ScanRun run) => run.Reason switch
    {
        ScanStop.LeaseLost => TimeSpan.Zero,
        ScanStop.ShuttingDown when PatienceAtShutdown < options.Value.Lease => PatienceAtShutdown,
        _ => options.Value.Lease,
    };

    private async Task TryAsync(
        ScanRun run, Attempt attempt, Action<DlpDbContext, Scan> change, Func<DlpDbContext, Task<IReadOnlyList<FindingChange>>> write, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var scan = await db.Scans.SingleOrDefaultAsync(s => s.Id == run.Scan.Id, cancellationToken) ?? throw new LeaseLostException();
        if (scan.Writes == run.Writes + 1 && scan.LeaseToken == attempt.Token)
        {
            // The try before came in, and only its answer was lost.
            return;
        }

        if (scan.LeaseToken != run.Token)
        {
            throw new LeaseLostException();
        }

        scan.Renew(time.GetUtcNow().UtcDateTime, options.Value.Lease);
        change(db, scan);
        try
        {
            // First of all: it takes the row's lock, so nobody can take the scan over before this is committed.
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new LeaseLostException();
        }

        attempt.Changes = await write(db);
        attempt.Token = scan.LeaseToken;
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What the latest try that came as far as its commit would leave behind.</summary>
    private sealed class Attempt
    {
        public IReadOnlyList<FindingChange> Changes { get; set; } = [];

        public long? Token { get; set; }
    }
}
