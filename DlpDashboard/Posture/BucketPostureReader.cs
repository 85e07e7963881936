using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>Reads all that is known of single buckets: checks, documents, and what the documents were before.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names of endpoints.</param>
public sealed class BucketPostureReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints)
{
    /// <summary>Most buckets of a page: each brings its documents.</summary>
    public const int MaxBuckets = 20;

    /// <summary>Most versions of a history.</summary>
    public const int MaxVersions = 100;

    // Documents have limits of their own; an answer holds some of the largest, or very many usual ones.
    private const int MaxContent = 8 * 1024 * 1024;

    /// <summary>A page of an endpoint's buckets, the worst first, with documents and checks.</summary>
    public async Task<Outcome<EndpointPosture>> EndpointAsync(Actor actor, Guid endpointId, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        if ((await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).FirstOrDefault(e => e.Id == endpointId) is not { } endpoint)
        {
            return PostureProblems.EndpointNotFound;
        }

        size = Math.Clamp(size, 1, MaxBuckets);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.EndpointId == endpointId && b.VanishedUtc == null);
        var page = PageOf.From((await PostureReader.BehindAsync(query, after, size, cancellationToken)).ConvertAll(PostureRow.Of), size, PostureReader.CursorOf);
        var ids = page.Items.Select(row => row.BucketId).ToList();
        var results = (await db.PostureResults.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId && ids.Contains(r.BucketId)).ToListAsync(cancellationToken)).ToLookup(r => r.BucketId);
        var documents = (await DocumentsAsync(db, actor, [endpointId, .. ids], cancellationToken)).ToLookup(d => d.ScopeId);
        var items = page.Items.Select(row => Of(row, [.. results[row.BucketId]], documents[row.BucketId])).ToList();
        return new EndpointPosture(endpointId, endpoint.Name, endpoint.Provider, await LastRefreshAsync(db, actor, endpointId, cancellationToken), Rows(documents[endpointId]), items, page.Next);
    }

    /// <summary>One bucket.</summary>
    public async Task<Outcome<BucketPosture>> OneAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var bucket = await db.PostureBuckets.AsNoTracking().SingleOrDefaultAsync(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId, cancellationToken);
        if (bucket is null)
        {
            return PostureProblems.BucketNotFound;
        }

        var results = await db.PostureResults.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId && r.BucketId == bucketId).ToListAsync(cancellationToken);
        return Of(PostureRow.Of(bucket), results, await DocumentsAsync(db, actor, [bucketId], cancellationToken));
    }

    /// <summary>The versions of a bucket's document, newest first.</summary>
    public async Task<Outcome<IReadOnlyList<DocumentRow>>> VersionsAsync(Actor actor, Guid bucketId, string name, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = StorableText.Of(name, 60);
        var versions = await db.PostureDocuments.AsNoTracking().Where(d => d.OrganisationId == actor.OrganisationId && d.ScopeId == bucketId && d.Name == known)
            .OrderByDescending(d => d.FirstSeenUtc).ThenByDescending(d => d.Id).Take(MaxVersions).ToListAsync(cancellationToken);
        var left = MaxContent;
        return versions.Count == 0 ? PostureProblems.BucketNotFound : Outcome<IReadOnlyList<DocumentRow>>.Of(Trimmed(Rows(versions), ref left));
    }

    private static BucketPosture Of(PostureRow row, List<PostureResult> results, IEnumerable<PostureDocument> documents)
    {
        var checks = results.OrderByDescending(r => r.Severity).ThenBy(r => r.CheckId, StringComparer.Ordinal).Select(r =>
        {
            var check = CheckCatalogue.Find(r.CheckId);
            return new CheckResultRow(r.CheckId, check?.Title ?? r.CheckId, r.Severity, r.Verdict, r.Sentence, r.SinceUtc, r.IsSuppressed, check?.Controls ?? []);
        }).ToList();
        return new BucketPosture(row, PostureScore.Of(results.Select(r => (r.Severity, r.Verdict, r.IsSuppressed))), checks, Rows(documents));
    }

    /// <summary>The documents of some scopes as they stand, in the order of the scopes; contents as long as they fit into an answer.</summary>
    private static async Task<List<PostureDocument>> DocumentsAsync(DlpDbContext db, Actor actor, List<Guid> scopes, CancellationToken cancellationToken)
    {
        var current = db.PostureDocuments.AsNoTracking().Where(d => d.OrganisationId == actor.OrganisationId && scopes.Contains(d.ScopeId) && d.IsCurrent);
        var sizes = await current.Select(d => new { d.Id, d.ScopeId, d.Name, Length = d.Content == null ? 0 : d.Content.Length }).ToListAsync(cancellationToken);
        var left = (long)MaxContent;
        var fitting = sizes.OrderBy(d => scopes.IndexOf(d.ScopeId)).ThenBy(d => d.Name, StringComparer.Ordinal).Where(d => (left -= d.Length) >= 0).Select(d => d.Id).ToList();
        var documents = await current.Select(d => new PostureDocument
        {
            Id = d.Id,
            ScopeId = d.ScopeId,
            Name = d.Name,
            State = d.State,
            Content = fitting.Contains(d.Id) ? d.Content : null,
            Reason = d.Reason,
            Hash = d.Hash,
            FirstSeenUtc = d.FirstSeenUtc,
            LastSeenUtc = d.LastSeenUtc,
            IsCurrent = d.IsCurrent,
        }).ToListAsync(cancellationToken);
        return [.. documents.OrderBy(d => scopes.IndexOf(d.ScopeId)).ThenBy(d => d.Name, StringComparer.Ordinal)];
    }

    private static Task<RefreshRow?> LastRefreshAsync(DlpDbContext db, Actor actor, Guid endpointId, CancellationToken cancellationToken) =>
        db.PostureRefreshes.AsNoTracking().Where(r => r.OrganisationId == actor.OrganisationId && r.EndpointId == endpointId)
            .OrderByDescending(r => r.AskedUtc).ThenByDescending(r => r.Id)
            .Select(r => new RefreshRow(r.Id, r.State, r.AskedBy, r.AskedUtc, r.StartedUtc, r.EndedUtc, r.Buckets, r.Insecure, r.Failure)).FirstOrDefaultAsync(cancellationToken);

    private static List<DocumentRow> Rows(IEnumerable<PostureDocument> documents) =>
        [.. documents.Select(d => new DocumentRow(d.Id, d.Name, d.State, d.Content is null ? null : Parsed(d.Content), d.Reason, d.Hash, d.FirstSeenUtc, d.LastSeenUtc, d.IsCurrent))];

    private static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static List<DocumentRow> Trimmed(List<DocumentRow> rows, ref int left)
    {
        var trimmed = new List<DocumentRow>(rows.Count);
        foreach (var row in rows)
        {
            left -= row.Content?.GetRawText().Length ?? 0;
            trimmed.Add(left < 0 ? row with { Content = null } : row);
        }

        return trimmed;
    }
}
