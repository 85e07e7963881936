using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Risk.Joining;
using DlpDashboard.Storage.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk;

/// <summary>Reads all that is joined of one bucket, with the arithmetic of its risk as it stands this moment.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names of endpoints.</param>
/// <param name="detectors">Names of the organisation's own detectors.</param>
public sealed class BucketRiskReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, IDetectorDirectory detectors)
{
    private const int DaysKept = 400;

    /// <summary>What the head of a bucket's page says; for everybody who may see how buckets are set up.</summary>
    public async Task<Outcome<BucketHead>> HeadAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var set = await db.PostureBuckets.AsNoTracking().Where(b => b.Id == bucketId && b.OrganisationId == actor.OrganisationId)
            .Select(b => new { b.EndpointId, b.Name, b.Region, Score = b.Score == PostureBucket.NoScore ? (int?)null : b.Score, b.VanishedUtc, b.ReadUtc }).FirstOrDefaultAsync(cancellationToken);
        var seen = set is not null ? null : await db.BucketFindingTotals.AsNoTracking().Where(t => t.BucketId == bucketId && t.OrganisationId == actor.OrganisationId)
            .Select(t => new { t.EndpointId, t.Bucket }).FirstOrDefaultAsync(cancellationToken);
        var covered = set is not null || seen is not null ? null : await db.BucketCoverages.AsNoTracking().Where(c => c.BucketId == bucketId && c.OrganisationId == actor.OrganisationId)
            .Select(c => new { c.EndpointId, c.Bucket }).FirstOrDefaultAsync(cancellationToken);
        var measured = set is not null || seen is not null || covered is not null ? null : await db.StorageBuckets.AsNoTracking().Where(b => b.Id == bucketId && b.OrganisationId == actor.OrganisationId)
            .Select(b => new { b.EndpointId, b.Name }).FirstOrDefaultAsync(cancellationToken);
        if ((set?.EndpointId ?? seen?.EndpointId ?? covered?.EndpointId ?? measured?.EndpointId) is not { } endpointId)
        {
            return RiskProblems.BucketNotFound;
        }

        var endpoint = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == endpointId);
        return endpoint is null
            ? RiskProblems.BucketNotFound
            : new BucketHead(bucketId, endpointId, endpoint.Name, endpoint.Provider, set?.Name ?? seen?.Bucket ?? covered?.Bucket ?? measured!.Name, set?.Region, set?.Score, set?.ReadUtc, set?.VanishedUtc);
    }

    /// <summary>Its risk with the arithmetic.</summary>
    public async Task<Outcome<BucketRiskView>> OneAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsRead);
        var head = await HeadAsync(actor, bucketId, cancellationToken);
        if (!head.Succeeded)
        {
            return head.Problem;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await RiskFacts.ReadAsync(db, [bucketId], cancellationToken);
        var joined = facts.Join(bucketId);
        var since = await db.BucketRisks.AsNoTracking().Where(r => r.BucketId == bucketId && r.OrganisationId == actor.OrganisationId).Select(r => (DateTime?)r.SinceUtc).FirstOrDefaultAsync(cancellationToken);
        var days = await db.BucketRiskDays.AsNoTracking().Where(d => d.BucketId == bucketId && d.EndpointId == head.Value.EndpointId)
            .OrderByDescending(d => d.DayUtc).Take(DaysKept).Select(d => new RiskDay(d.DayUtc, d.Risk, d.Exposure, d.Sensitivity)).ToListAsync(cancellationToken);
        days.Reverse();
        var own = await detectors.NamesAsync(actor.OrganisationId, cancellationToken);
        var kinds = joined.Sensitivity.Lines.Select(line => new FoundType(line.Detector, line.Category, line.Severity, line.Objects, line.Values)).ToList();
        var shown = kinds.Take(BucketRisk.MaxTypes).ToList();
        return new BucketRiskView(
            head.Value,
            joined,
            joined.Exposure.Level,
            joined.Sensitivity.Band(joined.Cover),
            RiskSentence.Of(joined.Exposure, shown, kinds.Count - shown.Count, joined.Cover, own),
            facts.ScannedOf(bucketId),
            since,
            days);
    }
}
