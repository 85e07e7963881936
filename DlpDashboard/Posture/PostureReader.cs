using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>Reads lists of buckets, the worst score first, and what is accepted.</summary>
/// <param name="contexts">The database.</param>
/// <param name="time">The clock.</param>
public sealed class PostureReader(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    private const int ExportPage = 1_000;
    private const int MostAccepted = 1_000;

    /// <summary>One page.</summary>
    public async Task<PageOf<PostureRow>> PageAsync(Actor actor, PostureFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var buckets = await BehindAsync(await PostureQuery.NarrowedAsync(db, actor.OrganisationId, filter, cancellationToken), after, size, cancellationToken);
        return PageOf.From(buckets.ConvertAll(PostureRow.Of), size, CursorOf);
    }

    /// <summary>One bucket that is there or was, or null where this organisation has none with that id.</summary>
    public async Task<PostureRow?> RowAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PostureBuckets.AsNoTracking().SingleOrDefaultAsync(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId, cancellationToken) is { } bucket ? PostureRow.Of(bucket) : null;
    }

    /// <summary>All buckets of a filter, page by page, for a file.</summary>
    public IAsyncEnumerable<PostureRow> ExportAsync(Actor actor, PostureFilter filter, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, cancellationToken), cancellationToken);

    /// <summary>How many buckets stand how, and how many are public; by endpoint. From what is kept: no bucket is counted.</summary>
    public async Task<IReadOnlyList<PostureCount>> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PostureEndpointTallies.AsNoTracking().Where(t => t.OrganisationId == actor.OrganisationId)
            .Select(t => new PostureCount(t.EndpointId, t.Provider, t.Buckets, t.Secure, t.Insecure, t.Buckets - t.Secure - t.Insecure, t.Public, t.ChecksFailed, t.ChecksFailedCritical, t.ChecksAccepted, t.ReadUtc))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What each check of the catalogue says, over all endpoints or one; checks that never said anything are there with zeros.</summary>
    public async Task<IReadOnlyList<CheckCountRow>> CountChecksAsync(Actor actor, Guid? endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await db.PostureCheckTallies.AsNoTracking().Where(t => t.OrganisationId == actor.OrganisationId && (endpointId == null || t.EndpointId == endpointId))
            .GroupBy(t => t.CheckId)
            .Select(group => new { group.Key, Passed = group.Sum(t => t.Passed), Failed = group.Sum(t => t.Failed), Unknown = group.Sum(t => t.Unknown), Accepted = group.Sum(t => t.Accepted), NotApplicable = group.Sum(t => t.NotApplicable) })
            .ToDictionaryAsync(sum => sum.Key, StringComparer.Ordinal, cancellationToken);
        return [.. CheckRow.All.Select(check => sums.GetValueOrDefault(check.Id) is { } sum
            ? new CheckCountRow(check, sum.Passed, sum.Failed, sum.Unknown, sum.Accepted, sum.NotApplicable)
            : new CheckCountRow(check, 0, 0, 0, 0, 0))];
    }

    /// <summary>What is accepted, newest first.</summary>
    public async Task<PageOf<SuppressionRow>> SuppressionsAsync(Actor actor, Guid? endpointId, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = db.PostureSuppressions.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId && (endpointId == null || s.EndpointId == endpointId));
        if (after is { } cursor)
        {
            query = query.Where(s => s.CreatedUtc < cursor.AtUtc || (s.CreatedUtc == cursor.AtUtc && s.Id < cursor.Id));
        }

        var rows = await query.OrderByDescending(s => s.CreatedUtc).ThenByDescending(s => s.Id)
            .Select(s => new SuppressionRow(s.Id, s.EndpointId, s.BucketId, s.CheckId, s.Reason, s.OwnerName, s.CreatedBy, s.CreatedUtc, s.ExpiresUtc))
            .Take(size + 1).ToListAsync(cancellationToken);
        return PageOf.From(rows, size, row => new PageCursor(row.CreatedUtc, row.Id));
    }

    /// <summary>What is accepted now of one bucket, for itself or for all of its endpoint; the newest of each check.</summary>
    public async Task<IReadOnlyDictionary<string, SuppressionRow>> AcceptedOfAsync(Actor actor, Guid endpointId, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.PostureSuppressions.AsNoTracking()
            .Where(s => s.OrganisationId == actor.OrganisationId && s.EndpointId == endpointId && (s.BucketId == null || s.BucketId == bucketId) && s.ExpiresUtc > now)
            .OrderByDescending(s => s.CreatedUtc).Take(MostAccepted)
            .Select(s => new SuppressionRow(s.Id, s.EndpointId, s.BucketId, s.CheckId, s.Reason, s.OwnerName, s.CreatedBy, s.CreatedUtc, s.ExpiresUtc))
            .ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.CheckId, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>The worst buckets behind a cursor, one more than asked for.</summary>
    internal static Task<List<PostureBucket>> BehindAsync(IQueryable<PostureBucket> query, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        if (after is { } cursor)
        {
            var score = cursor.Rank - 1;
            query = query.Where(b => b.Score > score || (b.Score == score && b.Id > cursor.Id));
        }

        return query.OrderBy(b => b.Score).ThenBy(b => b.Id).Take(size + 1).ToListAsync(cancellationToken);
    }

    /// <summary>Behind this row the next page begins.</summary>
    internal static PageCursor CursorOf(PostureRow row) => new(row.ReadUtc, row.BucketId, (byte)((row.Score ?? PostureBucket.NoScore) + 1));
}

/// <summary>An accepted failure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="BucketId">The bucket; null for all of the endpoint.</param>
/// <param name="CheckId">The check.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="CreatedBy">The name of who accepted.</param>
/// <param name="CreatedUtc">Since when.</param>
/// <param name="ExpiresUtc">Until when.</param>
public sealed record SuppressionRow(Guid Id, Guid EndpointId, Guid? BucketId, string CheckId, string Reason, string Owner, string CreatedBy, DateTime CreatedUtc, DateTime ExpiresUtc);
