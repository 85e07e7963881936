using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage;

/// <summary>Reads lists of buckets by size, count, growth or cost, and the sums of endpoints.</summary>
/// <param name="contexts">The database.</param>
public sealed class StorageReader(IDbContextFactory<DlpDbContext> contexts)
{
    private const int ExportPage = 1_000;

    /// <summary>Cursors carry what a list is ordered by where usual ones carry a time; this lifts shrinking and unknown ones above zero.</summary>
    private const long Lift = 1_500_000_000_000_000_000;

    /// <summary>One page, the most first.</summary>
    public async Task<PageOf<StorageRow>> PageAsync(Actor actor, StorageFilter filter, PageCursor? after, int size, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = Narrowed(db, actor, filter);
        if (after is { } cursor)
        {
            query = Behind(query, filter.Sort, ValueOf(cursor), cursor.Id);
        }

        var buckets = await Ordered(query, filter.Sort).Take(size + 1).ToListAsync(cancellationToken);
        var rows = buckets.ConvertAll(StorageRow.Of);
        if (rows.Count <= size)
        {
            return new PageOf<StorageRow>(rows, null);
        }

        return new PageOf<StorageRow>([.. rows.Take(size)], CursorOf(KeyOf(buckets[size - 1], filter.Sort), buckets[size - 1].Id));
    }

    /// <summary>All buckets of a filter, page by page, for a file.</summary>
    public IAsyncEnumerable<StorageRow> ExportAsync(Actor actor, StorageFilter filter, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => PageAsync(actor, filter, after, ExportPage, cancellationToken), cancellationToken);

    /// <summary>The sums of endpoints of which something was measured, the largest first.</summary>
    public async Task<IReadOnlyList<EndpointSum>> SumsAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sums = await db.StorageBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.VanishedUtc == null)
            .GroupBy(b => new { b.EndpointId, b.Provider })
            .Select(group => new
            {
                group.Key.EndpointId,
                group.Key.Provider,
                Buckets = group.Count(),
                Unlisted = group.Count(b => b.Failure != null),
                Objects = group.Sum(b => b.MeasuredUtc == null ? 0 : b.Objects),
                Bytes = group.Sum(b => b.MeasuredUtc == null ? 0 : b.Bytes),
                Unpriced = group.Count(b => b.CostMicros == StorageBucket.Unknown),
                CostMicros = group.Sum(b => b.CostMicros == StorageBucket.Unknown ? 0 : b.CostMicros),
                Currency = group.Max(b => b.Currency),
                OtherCurrency = group.Min(b => b.Currency),
                Uploads = group.Sum(b => b.Uploads),
                UploadsKnown = group.Count(b => b.Uploads != null),
                MeasuredUtc = group.Max(b => b.MeasuredUtc),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. sums.Select(sum => new EndpointSum(
                sum.EndpointId, sum.Provider, sum.Buckets, sum.Unlisted, sum.Objects, sum.Bytes,
                sum.Unpriced == 0 && sum.Currency == sum.OtherCurrency ? (decimal)sum.CostMicros / StorageBucket.Micros : null, sum.Currency,
                sum.UploadsKnown > 0 ? sum.Uploads ?? 0 : null, sum.MeasuredUtc)).OrderByDescending(sum => sum.Bytes).ThenBy(sum => sum.EndpointId),
        ];
    }

    private static IQueryable<StorageBucket> Narrowed(DlpDbContext db, Actor actor, StorageFilter filter)
    {
        var query = db.StorageBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.VanishedUtc == null);
        query = filter.EndpointId is { } endpoint ? query.Where(b => b.EndpointId == endpoint) : query;
        query = filter.Provider is { Length: > 0 } provider ? query.Where(b => b.Provider == provider) : query;
        query = filter.HasUploads ? query.Where(b => b.Uploads > 0) : query;
        query = filter.IsUnlisted ? query.Where(b => b.Failure != null) : query;
        if (string.IsNullOrWhiteSpace(filter.Text))
        {
            return query;
        }

        var text = StorableText.Of(filter.Text.Trim(), StorageBucket.MaxName).ToUpperInvariant();
        return query.Where(b => b.SearchName.Contains(text));
    }

    private static IQueryable<StorageBucket> Behind(IQueryable<StorageBucket> query, StorageSort sort, long value, Guid id) => sort switch
    {
        StorageSort.Objects => query.Where(b => b.Objects < value || (b.Objects == value && b.Id > id)),
        StorageSort.Growth => query.Where(b => b.GrowthBytes < value || (b.GrowthBytes == value && b.Id > id)),
        StorageSort.Cost => query.Where(b => b.CostMicros < value || (b.CostMicros == value && b.Id > id)),
        _ => query.Where(b => b.Bytes < value || (b.Bytes == value && b.Id > id)),
    };

    private static IOrderedQueryable<StorageBucket> Ordered(IQueryable<StorageBucket> query, StorageSort sort) => sort switch
    {
        StorageSort.Objects => query.OrderByDescending(b => b.Objects).ThenBy(b => b.Id),
        StorageSort.Growth => query.OrderByDescending(b => b.GrowthBytes).ThenBy(b => b.Id),
        StorageSort.Cost => query.OrderByDescending(b => b.CostMicros).ThenBy(b => b.Id),
        _ => query.OrderByDescending(b => b.Bytes).ThenBy(b => b.Id),
    };

    private static long KeyOf(StorageBucket bucket, StorageSort sort) => sort switch
    {
        StorageSort.Objects => bucket.Objects,
        StorageSort.Growth => bucket.GrowthBytes,
        StorageSort.Cost => bucket.CostMicros,
        _ => bucket.Bytes,
    };

    private static PageCursor CursorOf(long value, Guid id) =>
        new(new DateTime(value == StorageBucket.Unknown ? 0 : Math.Clamp(value, 1 - Lift, Lift) + Lift, DateTimeKind.Utc), id);

    private static long ValueOf(PageCursor cursor) => cursor.AtUtc.Ticks == 0 ? StorageBucket.Unknown : cursor.AtUtc.Ticks - Lift;
}

/// <summary>What lies in an endpoint. Null is not known.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Buckets">Buckets met.</param>
/// <param name="Unlisted">Of these, buckets that the last measure could not list.</param>
/// <param name="Objects">Objects of all that were ever listed.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="MonthlyCost">Estimated cost of a month; null where part of it is not known.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="IncompleteUploads">Uploads that were never completed, where told.</param>
/// <param name="MeasuredUtc">When a bucket was listed to its end last.</param>
public sealed record EndpointSum(
    Guid EndpointId, string Provider, int Buckets, int Unlisted, long Objects, long Bytes, decimal? MonthlyCost, string? Currency, long? IncompleteUploads, DateTime? MeasuredUtc);
