using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Refreshing;
using DlpDashboard.Providers.Configurations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Posture.Keeping;

/// <summary>Writes what a refresh reads, batch by batch, each one transaction with its events. A refresh that another node took over writes nothing more.</summary>
internal sealed class PostureLedger(IDbContextFactory<DlpDbContext> contexts, IDatabaseDialect dialect, EventWriter events, IOptions<PostureOptions> options, TimeProvider time)
{
    // How old the counts may grow while a large endpoint is read: counting takes as long as writing a batch.
    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(5);

    private static readonly UpsertPlan<PostureBucket> KeepFirst = UpsertPlan.For<PostureBucket>().Keep(b => b.FirstSeenUtc);

    /// <summary>The buckets of some that this refresh has read already, before it was taken up again.</summary>
    public async Task<HashSet<Guid>> AlreadyReadAsync(PostureRefresh run, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. await db.PostureBuckets.Where(b => ids.Contains(b.Id) && b.LastRefreshId == run.Id).Select(b => b.Id).ToListAsync(cancellationToken)];
    }

    /// <summary>Keeps the account's documents.</summary>
    public async Task KeepAccountAsync(PostureRefresh run, EndpointName endpoint, IReadOnlyList<ConfigurationDocument> documents, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var before = await CurrentAsync(db, [run.EndpointId], cancellationToken);
        var merge = new PostureMerge(run.OrganisationId, run.EndpointId, run.Id, now, []);
        var drifted = merge.AddDocuments(run.EndpointId, documents, ByName(before));
        if (drifted.Count > 0)
        {
            events.Add(db, new EventDraft(run.OrganisationId, EventTypes.AccountDrifted, EventSeverity.Medium, $"The account of {endpoint.Name} is set up differently, which holds for all its buckets: {string.Join(", ", drifted.Take(10))} changed.", run.EndpointId, run.EndpointId, Links.SecurityOf(run.EndpointId)));
        }

        await WriteDocumentsAsync(db, merge, now, cancellationToken);
        await AdvanceAsync(db, run, [], now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Keeps a batch of buckets.</summary>
    public async Task KeepAsync(PostureRefresh run, EndpointName endpoint, IReadOnlyList<JudgedBucket> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await PostureTallyCount.LockAsync(db, dialect, run.EndpointId, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var merge = await MergeAsync(db, run, endpoint, batch, now, cancellationToken);
        await dialect.UpsertAsync(db, merge.Buckets, KeepFirst, cancellationToken);
        await dialect.UpsertAsync(db, merge.Results, cancellationToken);
        var ids = merge.Buckets.ConvertAll(bucket => bucket.Id);
        var checks = CheckCatalogue.Of(endpoint.Provider).Select(check => check.Id).ToList();
        await db.PostureResults.Where(r => ids.Contains(r.BucketId) && !checks.Contains(r.CheckId)).ExecuteDeleteAsync(cancellationToken);
        await WriteDocumentsAsync(db, merge, now, cancellationToken);
        foreach (var draft in merge.Changes.SelectMany(change => change.Events(endpoint.Name)))
        {
            events.Add(db, draft);
        }

        await AdvanceAsync(db, run, merge.Buckets, now, cancellationToken);
        await BucketMarks.MarkAsync(dialect, db, run.OrganisationId, run.EndpointId, merge.Touched, cancellationToken);
        if (run.CountedUtc is not { } counted || now - counted >= CountEvery)
        {
            await PostureTallyCount.CountAsync(db, dialect, run.OrganisationId, run.EndpointId, endpoint.Provider, cancellationToken);
            run.CountedUtc = now;
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Ends a refresh; one that read everything marks what it did not meet as vanished.</summary>
    public async Task EndAsync(PostureRefresh run, EndpointName endpoint, string? failure, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await PostureTallyCount.LockAsync(db, dialect, run.EndpointId, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        db.Attach(run);
        run.End(failure, now);
        var marked = await MarkedAtEndAsync(db, run, failure is null, cancellationToken);
        if (failure is null)
        {
            var gone = db.PostureBuckets.Where(b => b.EndpointId == run.EndpointId && b.LastRefreshId != run.Id && b.VanishedUtc == null);
            foreach (var name in await gone.OrderBy(b => b.Id).Select(b => b.Name).Take(20).ToListAsync(cancellationToken))
            {
                events.Add(db, new EventDraft(run.OrganisationId, EventTypes.BucketVanished, EventSeverity.Info, $"The bucket {name} of {endpoint.Name} is no longer there.", run.EndpointId));
            }

            await gone.ExecuteUpdateAsync(set => set.SetProperty(b => b.VanishedUtc, now), cancellationToken);
        }

        events.Add(db, failure is null
            ? new EventDraft(run.OrganisationId, EventTypes.PostureRefreshed, EventSeverity.Info, $"The configuration of {run.Buckets} buckets of {endpoint.Name} was read; {run.Insecure} are insecure.", run.EndpointId, run.Id, Links.SecurityOf(run.EndpointId), run.AskedBy)
            : new EventDraft(run.OrganisationId, EventTypes.PostureRefreshFailed, EventSeverity.Medium, $"The configuration of {endpoint.Name} could not be read to its end. {run.Failure}", run.EndpointId, run.Id, Links.SecurityOf(run.EndpointId), run.AskedBy));
        await db.SaveChangesAsync(cancellationToken);
        await BucketMarks.MarkAsync(dialect, db, run.OrganisationId, run.EndpointId, marked, cancellationToken);
        await PostureTallyCount.CountAsync(db, dialect, run.OrganisationId, run.EndpointId, endpoint.Provider, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What is gone; and the endpoint where buckets are new, as scans may know them already.</summary>
    private static async Task<List<Guid>> MarkedAtEndAsync(DlpDbContext db, PostureRefresh run, bool readAll, CancellationToken cancellationToken)
    {
        var mine = db.PostureBuckets.Where(b => b.EndpointId == run.EndpointId);
        var marked = readAll ? await mine.Where(b => b.LastRefreshId != run.Id && b.VanishedUtc == null).Select(b => b.Id).ToListAsync(cancellationToken) : [];
        if (await mine.AnyAsync(b => b.LastRefreshId == run.Id && b.FirstSeenUtc >= run.StartedUtc, cancellationToken))
        {
            marked.Add(run.EndpointId);
        }

        return marked;
    }

    private async Task<PostureMerge> MergeAsync(DlpDbContext db, PostureRefresh run, EndpointName endpoint, IReadOnlyList<JudgedBucket> batch, DateTime now, CancellationToken cancellationToken)
    {
        var ids = batch.Select(bucket => StableId.OfBucket(run.EndpointId, bucket.Listed.Name)).ToList();
        var buckets = await db.PostureBuckets.AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancellationToken);
        var results = (await db.PostureResults.AsNoTracking().Where(r => ids.Contains(r.BucketId)).ToListAsync(cancellationToken)).ToLookup(r => r.BucketId);
        var documents = (await CurrentAsync(db, ids, cancellationToken)).ToLookup(d => d.ScopeId);
        var suppressions = await db.PostureSuppressions.AsNoTracking().Where(s => s.EndpointId == run.EndpointId && s.ExpiresUtc > now).ToListAsync(cancellationToken);
        var merge = new PostureMerge(run.OrganisationId, run.EndpointId, run.Id, now, suppressions);
        foreach (var (judged, id) in batch.Zip(ids))
        {
            merge.Add(judged, endpoint.Provider, buckets.GetValueOrDefault(id), results[id].ToDictionary(r => r.CheckId, StringComparer.Ordinal), ByName(documents[id]));
        }

        return merge;
    }

    // The contents of what is kept already are not needed to tell whether it changed.
    private static Task<List<PostureDocument>> CurrentAsync(DlpDbContext db, List<Guid> scopes, CancellationToken cancellationToken) =>
        db.PostureDocuments.AsNoTracking().Where(d => scopes.Contains(d.ScopeId) && d.IsCurrent)
            .Select(d => new PostureDocument { Id = d.Id, ScopeId = d.ScopeId, Name = d.Name, State = d.State, Hash = d.Hash }).ToListAsync(cancellationToken);

    private async Task WriteDocumentsAsync(DlpDbContext db, PostureMerge merge, DateTime now, CancellationToken cancellationToken)
    {
        await db.PostureDocuments.Where(d => merge.SeenAgain.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.LastSeenUtc, now), cancellationToken);
        await db.PostureDocuments.Where(d => merge.Replaced.Contains(d.Id)).ExecuteUpdateAsync(set => set.SetProperty(d => d.IsCurrent, false), cancellationToken);
        await dialect.InsertAsync(db, merge.Added, cancellationToken);
    }

    private async Task AdvanceAsync(DlpDbContext db, PostureRefresh run, List<PostureBucket> buckets, DateTime now, CancellationToken cancellationToken)
    {
        db.Attach(run);
        run.Advance(buckets.Count, buckets.Count(bucket => bucket.Standing == BucketStanding.Insecure), now, options.Value.Lease);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Dictionary<string, PostureDocument> ByName(IEnumerable<PostureDocument> documents) =>
        documents.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
}
