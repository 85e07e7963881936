using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Explaining;

/// <summary>Reads the documents of a bucket and its account one by one: what there is, its versions, and the content of one.</summary>
/// <param name="contexts">The database.</param>
public sealed class BucketDocumentReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>Most versions of a document that are offered.</summary>
    public const int MaxVersions = 100;

    /// <summary>The documents as they stand, the bucket's own first.</summary>
    public async Task<Outcome<IReadOnlyList<DocumentHead>>> ListAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await EndpointOfAsync(db, actor, bucketId, cancellationToken) is not { } endpointId)
        {
            return PostureProblems.BucketNotFound;
        }

        var rows = await Heads(db.PostureDocuments.AsNoTracking().Where(d => (d.ScopeId == bucketId || d.ScopeId == endpointId) && d.OrganisationId == actor.OrganisationId && d.IsCurrent), endpointId)
            .ToListAsync(cancellationToken);
        return rows.OrderBy(row => row.IsOfAccount).ThenBy(row => row.State).ThenBy(row => row.Name, StringComparer.Ordinal).ToList();
    }

    /// <summary>The versions of a document, newest first; none where there is no such document.</summary>
    public async Task<IReadOnlyList<DocumentHead>> VersionsAsync(Actor actor, Guid bucketId, string name, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpointId = await EndpointOfAsync(db, actor, bucketId, cancellationToken) ?? Guid.Empty;
        var known = StorableText.Of(name, 60);
        var query = db.PostureDocuments.AsNoTracking().Where(d => (d.ScopeId == bucketId || d.ScopeId == endpointId) && d.Name == known && d.OrganisationId == actor.OrganisationId);
        return await Heads(query.OrderByDescending(d => d.FirstSeenUtc).ThenByDescending(d => d.Id), endpointId).Take(MaxVersions).ToListAsync(cancellationToken);
    }

    /// <summary>The content of a version; null where it has none or there is no such version of this bucket or its account.</summary>
    public async Task<string?> ContentAsync(Actor actor, Guid bucketId, Guid versionId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var endpointId = await EndpointOfAsync(db, actor, bucketId, cancellationToken) ?? Guid.Empty;
        return await db.PostureDocuments.AsNoTracking()
            .Where(d => d.Id == versionId && (d.ScopeId == bucketId || d.ScopeId == endpointId) && d.OrganisationId == actor.OrganisationId)
            .Select(d => d.Content).FirstOrDefaultAsync(cancellationToken);
    }

    private static Task<Guid?> EndpointOfAsync(DlpDbContext db, Actor actor, Guid bucketId, CancellationToken cancellationToken) =>
        db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId).Select(b => (Guid?)b.EndpointId).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<DocumentHead> Heads(IQueryable<PostureDocument> query, Guid endpointId) =>
        query.Select(d => new DocumentHead(d.Id, d.Name, d.ScopeId == endpointId, d.State, d.Reason, d.FirstSeenUtc, d.LastSeenUtc, d.IsCurrent));
}
