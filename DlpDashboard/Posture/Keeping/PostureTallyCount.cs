using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Posture.Judging;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Keeping;

/// <summary>
/// Counts an endpoint's buckets and results into what is kept of them, in the caller's transaction. Who changes buckets or results holds <see cref="LockAsync"/> from
/// before it reads them to the end of its transaction: two writers follow each other, and the later one counts what the earlier one wrote.
/// </summary>
internal static class PostureTallyCount
{
    /// <summary>Waits until nobody else writes the posture of this endpoint.</summary>
    public static Task LockAsync(DlpDbContext db, IDatabaseDialect dialect, Guid endpointId, CancellationToken cancellationToken) =>
        dialect.LockAsync(db, $"posture-{endpointId:N}", cancellationToken);

    /// <summary>Counts.</summary>
    public static async Task CountAsync(DlpDbContext db, IDatabaseDialect dialect, Guid organisationId, Guid endpointId, string provider, CancellationToken cancellationToken)
    {
        var there = db.PostureBuckets.AsNoTracking().Where(b => b.EndpointId == endpointId && b.VanishedUtc == null);
        var tally = await there.GroupBy(b => b.EndpointId).Select(group => new PostureEndpointTally
        {
            EndpointId = endpointId,
            OrganisationId = organisationId,
            Provider = provider,
            Buckets = group.Count(),
            Secure = group.Count(b => b.Standing == BucketStanding.Secure),
            Insecure = group.Count(b => b.Standing == BucketStanding.Insecure),
            Public = group.Count(b => b.IsPublic == true),
            ChecksFailed = group.Sum(b => b.Failed),
            ChecksFailedCritical = group.Sum(b => b.FailedCritical),
            ChecksAccepted = group.Sum(b => b.Suppressed),
            ReadUtc = group.Max(b => b.ReadUtc),
        }).FirstOrDefaultAsync(cancellationToken);
        await dialect.UpsertAsync(db, [tally ?? new PostureEndpointTally { EndpointId = endpointId, OrganisationId = organisationId, Provider = provider }], cancellationToken);
        await CountChecksAsync(db, dialect, there, organisationId, endpointId, cancellationToken);
    }

    private static async Task CountChecksAsync(DlpDbContext db, IDatabaseDialect dialect, IQueryable<PostureBucket> there, Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        var counts = await db.PostureResults.AsNoTracking().Where(r => r.EndpointId == endpointId)
            .Join(there, result => result.BucketId, bucket => bucket.Id, (result, _) => result)
            .GroupBy(r => new { r.CheckId, r.Verdict, r.IsSuppressed })
            .Select(group => new { group.Key.CheckId, group.Key.Verdict, group.Key.IsSuppressed, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var tallies = counts.GroupBy(count => count.CheckId, StringComparer.Ordinal).Select(check => new PostureCheckTally
        {
            EndpointId = endpointId,
            CheckId = check.Key,
            OrganisationId = organisationId,
            Passed = check.Where(count => count.Verdict == CheckVerdict.Pass).Sum(count => count.Count),
            Failed = check.Where(count => count is { Verdict: CheckVerdict.Fail, IsSuppressed: false }).Sum(count => count.Count),
            Unknown = check.Where(count => count.Verdict == CheckVerdict.Unknown).Sum(count => count.Count),
            Accepted = check.Where(count => count is { Verdict: CheckVerdict.Fail, IsSuppressed: true }).Sum(count => count.Count),
            NotApplicable = check.Where(count => count.Verdict == CheckVerdict.NotApplicable).Sum(count => count.Count),
        }).ToList();
        var checks = tallies.ConvertAll(tally => tally.CheckId);
        await db.PostureCheckTallies.Where(t => t.EndpointId == endpointId && !checks.Contains(t.CheckId)).ExecuteDeleteAsync(cancellationToken);
        await dialect.UpsertAsync(db, tallies, cancellationToken);
    }
}
