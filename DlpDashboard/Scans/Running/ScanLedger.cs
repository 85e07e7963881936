using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Events;
using DlpDashboard.Findings;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Running;

/// <summary>
/// What a run writes: each method is one transaction that is all or nothing and that begins with the scan's row. If the row carries another
/// token, nothing is written.
/// </summary>
internal sealed class ScanLedger(GuardedWriter writer, IDatabaseDialect dialect, FindingWriter findings, EventWriter events, TimeProvider time)
{
    /// <summary>Whether a failure says that the database is away for now: nothing is wrong with the scan.</summary>
    public bool IsAway(Exception failure) => writer.IsAway(failure);

    /// <summary>Writes objects, their findings, the scan's numbers and its mark.</summary>
    /// <returns>What changed among findings.</returns>
    /// <exception cref="LeaseLostException">Somebody else holds the scan.</exception>
    public Task<IReadOnlyList<FindingChange>> WriteAsync(ScanRun run, ScanBatch batch, ScanStep step, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            run,
            (_, scan) => scan.Advance(step),
            async db =>
            {
                await dialect.UpsertAsync(db, batch.Rows(), cancellationToken);
                await TouchAsync(db, run.Scan.Id, batch.Unchanged(), cancellationToken);
                return await findings.ApplyAsync(db, batch.Findings(), cancellationToken);
            },
            cancellationToken);

    /// <summary>Closes the findings of objects that are no longer there and forgets the objects.</summary>
    /// <exception cref="LeaseLostException">Somebody else holds the scan.</exception>
    public Task<IReadOnlyList<FindingChange>> CloseVanishedAsync(ScanRun run, IReadOnlyList<SeenObject> vanished, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            run,
            (_, scan) => scan.Lose(vanished.Count),
            async db =>
            {
                var batch = new FindingBatch(run.Scan.OrganisationId, run.Scan.EndpointId, run.Scan.Id, time.GetUtcNow().UtcDateTime, vanished);
                var changes = await findings.CloseVanishedAsync(db, batch, cancellationToken);
                var ids = vanished.Select(seen => seen.ObjectId).ToList();
                await db.ScannedObjects.Where(o => ids.Contains(o.Id) && o.LastScanId != run.Scan.Id).ExecuteDeleteAsync(cancellationToken);
                return changes;
            },
            cancellationToken);

    /// <summary>Writes how the run ended, with its event.</summary>
    /// <returns>The state the scan has now.</returns>
    /// <exception cref="LeaseLostException">Somebody else holds the scan.</exception>
    public async Task<ScanState> EndAsync(ScanRun run, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var state = run.Scan.State;
        await writer.WriteAsync(
            run,
            (db, scan) =>
            {
                scan.See(run.Tally.ObjectsListed, run.Tally.BytesListed, run.Tally.IsListed, run.Tally.UnlistedBuckets);
                if (run.Reason == ScanStop.None)
                {
                    // Otherwise the mark may stand before some of it, and going on would count that again.
                    scan.LeaveOut(run.Tally.LeftOut);
                }

                End(run, scan, now);
                Tell(db, run, scan);
                state = scan.State;
            },
            async db =>
            {
                if (state is ScanState.Completed or ScanState.Stopped)
                {
                    await findings.KeepTotalAsync(db, new FindingBatch(run.Scan.OrganisationId, run.Scan.EndpointId, run.Scan.Id, now, []), cancellationToken);
                }

                await BucketMarks.MarkEndpointAsync(dialect, db, run.Scan.OrganisationId, run.Scan.EndpointId, cancellationToken);
                return [];
            },
            cancellationToken);
        return state;
    }

    private static async Task TouchAsync(DlpDbContext db, Guid scanId, List<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await db.ScannedObjects.Where(o => ids.Contains(o.Id)).ExecuteUpdateAsync(set => set.SetProperty(o => o.LastScanId, scanId), cancellationToken);
        }
    }

    private static void End(ScanRun run, Scan scan, DateTime now)
    {
        switch (run.Reason)
        {
            case ScanStop.None:
                scan.Complete(now);
                break;
            case ScanStop.Cancelled:
                scan.Cancel(now);
                break;
            case ScanStop.Paused:
                scan.Pause(now);
                break;
            case ScanStop.Budget:
                scan.StopAtBudget(run.Sentence ?? "The scan's budget is used up. Resume it to go on.", now);
                break;
            case ScanStop.Failed:
                scan.Fail(run.Sentence ?? "The scan stopped. Resume it.", now);
                break;
            default:
                scan.GiveBack();
                break;
        }
    }

    private void Tell(DlpDbContext db, ScanRun run, Scan scan)
    {
        var story = scan.State switch
        {
            ScanState.Completed => ScanStories.Completed(scan, run.EndpointName),
            ScanState.Cancelled => ScanStories.Cancelled(scan, run.EndpointName, actor: null),
            ScanState.Failed => ScanStories.Failed(scan, run.EndpointName),
            ScanState.Paused => ScanStories.Paused(scan, run.EndpointName, actor: null),
            ScanState.Stopped => ScanStories.Stopped(scan, run.EndpointName),
            _ => null,
        };
        if (story is not null)
        {
            events.Add(db, story);
        }
    }
}
