using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
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
        var buckets = await BehindAsync(Narrowed(db, actor, filter), after, size, cancellationToken);
        return PageOf.From(buckets.ConvertAll(PostureRow.Of), size, CursorOf);
    }

    /// <summary>All buckets of a filter, page by page, for a file.</summary>
    public IAsyncEnumerable<PostureRow> ExportAsync(Actor actor, PostureFilter filter, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, cancellationToken), cancellationToken);

    /// <summary>How many buckets stand how, and how many are public; by endpoint.</summary>
    public async Task<IReadOnlyList<PostureCount>> CountAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.VanishedUtc == null)
            .GroupBy(b => b.EndpointId)
            .Select(group => new PostureCount(
                group.Key,
                group.Count(),
                group.Count(b => b.Standing == BucketStanding.Secure),
                group.Count(b => b.Standing == BucketStanding.Insecure),
                group.Count(b => b.IsPublic == true),
                group.Sum(b => b.Failed),
                group.Max(b => b.ReadUtc)))
            .ToListAsync(cancellationToken);
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
            .Select(s => new SuppressionRow(s.Id, s.EndpointId, s.BucketId, s.CheckId, s.Reason, s.OwnerName, s.CreatedUtc, s.ExpiresUtc))
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
            .Select(s => new SuppressionRow(s.Id, s.EndpointId, s.BucketId, s.CheckId, s.Reason, s.OwnerName, s.CreatedUtc, s.ExpiresUtc))
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

    private static IQueryable<PostureBucket> Narrowed(DlpDbContext db, Actor actor, PostureFilter filter)
    {
        var query = db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.VanishedUtc == null);
        query = filter.EndpointId is { } endpoint ? query.Where(b => b.EndpointId == endpoint) : query;
        query = filter.Standing is { } standing ? query.Where(b => b.Standing == standing) : query;
        return filter.IsPublic switch
        {
            true => query.Where(b => b.IsPublic == true),
            false => query.Where(b => b.IsPublic == false),
            null => query,
        };
    }
}

/// <summary>How the buckets of an endpoint stand.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Buckets">All.</param>
/// <param name="Secure">Secure ones.</param>
/// <param name="Insecure">Insecure ones.</param>
/// <param name="Public">Public ones.</param>
/// <param name="ChecksFailed">Failed checks of all buckets.</param>
/// <param name="ReadUtc">When one was read last.</param>
public sealed record PostureCount(Guid EndpointId, int Buckets, int Secure, int Insecure, int Public, int ChecksFailed, DateTime ReadUtc);

/// <summary>An accepted failure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="BucketId">The bucket; null for all of the endpoint.</param>
/// <param name="CheckId">The check.</param>
/// <param name="Reason">Why.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="CreatedUtc">Since when.</param>
/// <param name="ExpiresUtc">Until when.</param>
public sealed record SuppressionRow(Guid Id, Guid EndpointId, Guid? BucketId, string CheckId, string Reason, string Owner, DateTime CreatedUtc, DateTime ExpiresUtc);
