using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Posture.Judging;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Keeping;

/// <summary>Counts buckets anew when a suppression begins or ends, in the caller's transaction, which holds the endpoint's lock; a batch at a time.</summary>
internal sealed class SuppressionRecount(DlpDbContext db, IDatabaseDialect dialect, DateTime nowUtc)
{
    private const int Batch = 200;

    /// <summary>Every bucket that the suppression touches.</summary>
    public async Task RunAsync(PostureSuppression changed, CancellationToken cancellationToken)
    {
        var all = await db.PostureSuppressions.AsNoTracking().Where(s => s.EndpointId == changed.EndpointId && s.ExpiresUtc > nowUtc).ToListAsync(cancellationToken);
        string? provider = null;
        for (var after = Guid.Empty; ;)
        {
            var buckets = await db.PostureBuckets.AsNoTracking()
                .Where(b => b.EndpointId == changed.EndpointId && b.OrganisationId == changed.OrganisationId && b.Id > after && (changed.BucketId == null || b.Id == changed.BucketId))
                .OrderBy(b => b.Id).Take(Batch).ToListAsync(cancellationToken);
            if (buckets.Count == 0)
            {
                break;
            }

            await CountAsync(buckets, all, cancellationToken);
            (after, provider) = (buckets[^1].Id, buckets[^1].Provider);
        }

        if (provider is not null)
        {
            await PostureTallyCount.CountAsync(db, dialect, changed.OrganisationId, changed.EndpointId, provider, cancellationToken);
        }
    }

    private async Task CountAsync(List<PostureBucket> buckets, List<PostureSuppression> all, CancellationToken cancellationToken)
    {
        var ids = buckets.ConvertAll(bucket => bucket.Id);
        var results = await db.PostureResults.AsNoTracking().Where(r => ids.Contains(r.BucketId)).ToListAsync(cancellationToken);
        foreach (var result in results)
        {
            result.IsSuppressed = result.Verdict == CheckVerdict.Fail && all.Exists(one => one.Covers(result.BucketId, result.CheckId, nowUtc));
        }

        var byBucket = results.ToLookup(result => result.BucketId);
        foreach (var bucket in buckets)
        {
            PostureMerge.Count(bucket, byBucket[bucket.Id].ToList());
        }

        await dialect.UpsertAsync(db, buckets, cancellationToken);
        await dialect.UpsertAsync(db, results, cancellationToken);
        await BucketMarks.MarkAsync(dialect, db, buckets[0].OrganisationId, buckets[0].EndpointId, ids, cancellationToken);
    }
}
