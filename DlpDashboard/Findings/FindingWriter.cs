using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>
/// Writes what scans see, inside the scan's transaction: one finding per object and detector, roll-ups and history with it.
/// Applying the same batch twice changes nothing, so a resumed scan may.
/// </summary>
public sealed class FindingWriter(FindingLedger ledger)
{
    /// <summary>Writes a batch in the open transaction of <paramref name="db"/>.</summary>
    /// <returns>What changed, for the live feed: tell it only after the commit.</returns>
    public async Task<IReadOnlyList<FindingChange>> ApplyAsync(DlpDbContext db, FindingBatch batch, CancellationToken cancellationToken)
    {
        await ledger.LockAsync(db, batch.EndpointId, cancellationToken);
        var merge = new FindingMerge(batch, await KnownAsync(db, batch.OrganisationId, batch.Objects.Select(o => o.ObjectId).ToList(), cancellationToken));
        merge.Run();
        await ledger.WriteAsync(db, merge, cancellationToken);
        return merge.Changes;
    }

    /// <summary>Closes all findings of objects that are no longer there; <paramref name="batch"/> says whose and when, its objects say which.</summary>
    public async Task<IReadOnlyList<FindingChange>> CloseVanishedAsync(DlpDbContext db, FindingBatch batch, CancellationToken cancellationToken)
    {
        await ledger.LockAsync(db, batch.EndpointId, cancellationToken);
        var merge = new FindingMerge(batch, await KnownAsync(db, batch.OrganisationId, batch.Objects.Select(o => o.ObjectId).ToList(), cancellationToken));
        merge.CloseAll("The object is no longer there.");
        await ledger.WriteAsync(db, merge, cancellationToken);
        return merge.Changes;
    }

    /// <summary>Keeps how many findings are still to be done as a scan ends, for the trend; <paramref name="end"/> says whose, which and when.</summary>
    public Task KeepTotalAsync(DlpDbContext db, FindingBatch end, CancellationToken cancellationToken) => ledger.WriteTotalAsync(db, end, cancellationToken);

    /// <summary>What is known of the objects, without samples: those of what is seen again are written anew, those of what is gone stay.</summary>
    /// <remarks>Asked for by objects alone: while a scan fills the table its statistics lag, and PostgreSQL would take the organisation's index and read everything for each batch.</remarks>
    private static async Task<Dictionary<Guid, Finding>> KnownAsync(DlpDbContext db, Guid organisationId, List<Guid> objectIds, CancellationToken cancellationToken) =>
        await db.Findings.AsNoTracking()
            .Where(f => objectIds.Contains(f.ObjectId))
            .Select(f => new Finding
            {
                Id = f.Id,
                OrganisationId = f.OrganisationId,
                EndpointId = f.EndpointId,
                ObjectId = f.ObjectId,
                Bucket = f.Bucket,
                ObjectKey = f.ObjectKey,
                DetectorId = f.DetectorId,
                Category = f.Category,
                Severity = f.Severity,
                Likelihood = f.Likelihood,
                Count = f.Count,
                FirstSeenUtc = f.FirstSeenUtc,
                LastSeenUtc = f.LastSeenUtc,
                LastScanId = f.LastScanId,
                GoneUtc = f.GoneUtc,
                SamplesHash = f.SamplesHash,
                Status = f.Status,
                StatusBy = f.StatusBy,
                StatusAtUtc = f.StatusAtUtc,
                StatusReason = f.StatusReason,
                Revision = f.Revision,
            })
            .AsAsyncEnumerable()
            .Where(f => f.OrganisationId == organisationId)
            .ToDictionaryAsync(f => f.Id, cancellationToken: cancellationToken);
}
