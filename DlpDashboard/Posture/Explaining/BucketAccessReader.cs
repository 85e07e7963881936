using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Access;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Providers.Configurations;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Explaining;

/// <summary>Explains who can reach a bucket, from the documents as they are kept.</summary>
/// <param name="contexts">The database.</param>
/// <param name="time">The clock, for policies that speak of the time.</param>
public sealed class BucketAccessReader(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    private const int MostReasons = 200;
    private const int MostAccounts = 1000;

    /// <summary>The verdict on one bucket.</summary>
    public async Task<Outcome<BucketAccess>> OneAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var bucket = await db.PostureBuckets.AsNoTracking().SingleOrDefaultAsync(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId, cancellationToken);
        if (bucket is null)
        {
            return PostureProblems.BucketNotFound;
        }

        var documents = await db.PostureDocuments.AsNoTracking()
            .Where(d => d.OrganisationId == actor.OrganisationId && (d.ScopeId == bucketId || d.ScopeId == bucket.EndpointId) && d.IsCurrent)
            .ToListAsync(cancellationToken);

        // The bucket's own last: of equal names they count.
        var read = documents.OrderBy(d => d.ScopeId == bucketId).Select(d => new ConfigurationDocument(d.Name, d.State, d.Content, d.Reason));
        return Explain(new BucketConfiguration(bucket.Provider, bucket.Name, read, time.GetUtcNow()));
    }

    /// <summary>The verdict on what was read.</summary>
    internal static BucketAccess Explain(BucketConfiguration bucket)
    {
        var exposure = bucket.Exposure;
        var verdict = exposure.Verdict;
        return new BucketAccess(
            bucket.Provider,
            AccessSentence.Of(bucket.Provider, exposure),
            exposure.IsPublic,
            verdict.AnonymousAccess,
            exposure.Undecided.Count == 0 && verdict.Unknown.Count == 0,
            [.. verdict.CrossAccount.Take(MostAccounts)],
            [.. verdict.Reasons.Take(MostReasons).Select(Placed)],
            [.. verdict.Unknown.Take(MostReasons).Select(Placed), .. exposure.Undecided.Select(sentence => new BucketAccessReason(sentence, null))]);

        BucketAccessReason Placed(AccessReason reason) => new(reason.Text, AccessPlace.Of(bucket.Provider, reason.Statement) is { } place ? Where(bucket, place) : null);
    }

    // A block may stand on the bucket or on its account.
    private static AccessPlace Where(BucketConfiguration bucket, AccessPlace place) =>
        place.Document == "publicAccessBlock" && bucket.Known("publicAccessBlock") is null && bucket.Known("accountPublicAccessBlock") is not null ? place with { Document = "accountPublicAccessBlock" } : place;
}
