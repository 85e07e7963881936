using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Scans;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk.Joining;

/// <summary>
/// Counts how much of each bucket of an endpoint was read: one grouped reading of the objects its scans have met, once after each scan. Writes what is other than before and marks those buckets.
/// </summary>
internal sealed class CoverageCount(DlpDbContext db, IDatabaseDialect dialect)
{
    // An endpoint whose last scans were all of a part still had a whole one some time; further back nobody asks.
    private const int ScansLookedAt = 100;

    /// <summary>Counts in the caller's transaction.</summary>
    public async Task RunAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        var counted = await CountedAsync(organisationId, endpointId, cancellationToken);
        var before = await db.BucketCoverages.AsNoTracking().Where(c => c.EndpointId == endpointId).ToDictionaryAsync(c => c.BucketId, cancellationToken);
        var changed = counted.Where(now => before.GetValueOrDefault(now.BucketId) is not { } old || IsOther(old, now)).ToList();
        var gone = before.Keys.Except(counted.Select(now => now.BucketId)).ToList();
        foreach (var batch in changed.Chunk(1_000))
        {
            await dialect.UpsertAsync(db, batch, cancellationToken);
        }

        foreach (var batch in gone.Chunk(1_000))
        {
            await db.BucketCoverages.Where(c => batch.Contains(c.BucketId)).ExecuteDeleteAsync(cancellationToken);
        }

        await BucketMarks.MarkAsync(dialect, db, organisationId, endpointId, changed.Select(now => now.BucketId).Concat(gone), cancellationToken);
    }

    private async Task<List<BucketCoverage>> CountedAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        var whole = await WholeAsync(endpointId, cancellationToken);
        var rows = await db.ScannedObjects.AsNoTracking().Where(o => o.OrganisationId == organisationId && o.EndpointId == endpointId)
            .GroupBy(o => o.Bucket)
            .Select(group => new
            {
                Bucket = group.Key,
                Objects = group.LongCount(),
                Read = group.LongCount(o => o.State == ObjectState.Scanned),
                Partial = group.LongCount(o => o.State == ObjectState.Partial),
                Bytes = group.Sum(o => o.Size),
                ScannedUtc = group.Max(o => o.LastScannedUtc),
            })
            .ToListAsync(cancellationToken);
        var counted = rows.ConvertAll(row => new BucketCoverage
        {
            BucketId = StableId.OfBucket(endpointId, row.Bucket),
            OrganisationId = organisationId,
            EndpointId = endpointId,
            Bucket = row.Bucket,
            Objects = row.Objects,
            Read = row.Read,
            Partial = row.Partial,
            Bytes = row.Bytes,
            IsWhole = whole.Exists(scan => !scan.Unlisted.Contains(row.Bucket)),
            ScannedUtc = row.ScannedUtc,
        });
        if (whole.Count > 0)
        {
            counted.AddRange(await EmptyAsync(organisationId, endpointId, whole, [.. counted.Select(c => c.BucketId)], cancellationToken));
        }

        return counted;
    }

    /// <summary>Buckets that were there when a scan listed everything and in which it met nothing.</summary>
    private async Task<IEnumerable<BucketCoverage>> EmptyAsync(Guid organisationId, Guid endpointId, List<WholeScan> whole, HashSet<Guid> met, CancellationToken cancellationToken)
    {
        var newest = whole.Max(scan => scan.StartedUtc);
        var known = await db.PostureBuckets.AsNoTracking()
            .Where(b => b.EndpointId == endpointId && b.VanishedUtc == null && (b.CreatedUtc ?? b.FirstSeenUtc) < newest)
            .Select(b => new { b.Id, b.Name, SinceUtc = b.CreatedUtc ?? b.FirstSeenUtc }).ToListAsync(cancellationToken);
        return known.Where(b => !met.Contains(b.Id) && whole.Exists(scan => scan.StartedUtc > b.SinceUtc && !scan.Unlisted.Contains(b.Name))).Select(b => new BucketCoverage
        {
            BucketId = b.Id,
            OrganisationId = organisationId,
            EndpointId = endpointId,
            Bucket = b.Name,
            IsWhole = true,
            ScannedUtc = newest,
        });
    }

    private async Task<List<WholeScan>> WholeAsync(Guid endpointId, CancellationToken cancellationToken)
    {
        var scans = await db.Scans.AsNoTracking().Where(s => s.EndpointId == endpointId && s.State == ScanState.Completed)
            .OrderByDescending(s => s.RequestedUtc).ThenByDescending(s => s.Id).Take(ScansLookedAt)
            .Select(s => new { s.StartedUtc, s.RequestedUtc, s.Plan, s.UnlistedBuckets }).ToListAsync(cancellationToken);
        return [.. scans.Where(s => s.Plan.LeavesNothingOut()).Select(s => new WholeScan(s.StartedUtc ?? s.RequestedUtc, [.. s.UnlistedBuckets.Select(b => b.Bucket)]))];
    }

    private static bool IsOther(BucketCoverage old, BucketCoverage now) =>
        (old.Objects, old.Read, old.Partial, old.Bytes, old.IsWhole, old.ScannedUtc) != (now.Objects, now.Read, now.Partial, now.Bytes, now.IsWhole, now.ScannedUtc);

    private sealed record WholeScan(DateTime StartedUtc, HashSet<string> Unlisted);
}
