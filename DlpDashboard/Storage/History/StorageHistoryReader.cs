using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.History;

/// <summary>Reads sizes by day, how a bucket is made up, and how measures went.</summary>
/// <param name="contexts">The database.</param>
/// <param name="time">The clock.</param>
public sealed class StorageHistoryReader(IDbContextFactory<DlpDbContext> contexts, TimeProvider time)
{
    private const int MostPoints = 1_000;
    private const int MostMeasures = 20;

    /// <summary>All that is known of a bucket's size.</summary>
    public async Task<Outcome<BucketStorage>> BucketAsync(Actor actor, Guid bucketId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var bucket = await db.StorageBuckets.AsNoTracking().SingleOrDefaultAsync(b => b.OrganisationId == actor.OrganisationId && b.Id == bucketId, cancellationToken);
        if (bucket is null)
        {
            return StorageProblems.BucketNotFound;
        }

        var content = await db.StorageFigures.AsNoTracking().Where(f => f.BucketId == bucketId).Select(f => f.Content).SingleOrDefaultAsync(cancellationToken);
        var history = await PointsAsync(db, actor, bucketId, cancellationToken);
        return new BucketStorage(StorageRow.Of(bucket), content is null ? null : JsonSerializer.Deserialize<BucketFigures>(content, JsonSerializerOptions.Web), history, GrowthForecast.Of(history), bucket.VanishedUtc);
    }

    /// <summary>Sizes by day of a bucket, an endpoint, or with null of the organisation; the oldest first.</summary>
    public async Task<IReadOnlyList<StoragePoint>> HistoryAsync(Actor actor, Guid? scopeId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await PointsAsync(db, actor, scopeId ?? actor.OrganisationId, cancellationToken);
    }

    /// <summary>Sizes of the last days of several buckets or endpoints.</summary>
    public async Task<ILookup<Guid, StoragePoint>> HistoriesAsync(Actor actor, IReadOnlyList<Guid> scopeIds, int days, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var from = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-days);
        var rows = await db.StorageSnapshots.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId && scopeIds.Contains(s.ScopeId) && s.Day > from)
            .OrderBy(s => s.ScopeId).ThenBy(s => s.Day).Select(s => new { s.ScopeId, s.Day, s.Objects, s.Bytes }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.ScopeId, row => new StoragePoint(row.Day, row.Objects, row.Bytes));
    }

    /// <summary>By storage class, of several buckets.</summary>
    public async Task<IReadOnlyDictionary<Guid, BucketFigures>> FiguresAsync(Actor actor, IReadOnlyList<Guid> bucketIds, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var buckets = db.StorageBuckets;
        var rows = await db.StorageFigures.AsNoTracking().Where(f => bucketIds.Contains(f.BucketId) && buckets.Any(b => b.Id == f.BucketId && b.OrganisationId == actor.OrganisationId))
            .Select(f => new { f.BucketId, f.Content }).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.BucketId, row => JsonSerializer.Deserialize<BucketFigures>(row.Content, JsonSerializerOptions.Web) ?? new BucketFigures());
    }

    /// <summary>The newest measures, of all endpoints or of one.</summary>
    public async Task<IReadOnlyList<MeasureRow>> MeasuresAsync(Actor actor, Guid? endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.StorageMeasures.AsNoTracking().Where(m => m.OrganisationId == actor.OrganisationId && (endpointId == null || m.EndpointId == endpointId))
            .OrderByDescending(m => m.AskedUtc).ThenByDescending(m => m.Id)
            .Select(m => new MeasureRow(m.Id, m.EndpointId, m.State, m.AskedBy, m.AskedUtc, m.StartedUtc, m.EndedUtc, m.Buckets, m.Unlisted, m.Objects, m.Bytes, m.Failure))
            .Take(MostMeasures).ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<StoragePoint>> PointsAsync(DlpDbContext db, Actor actor, Guid scopeId, CancellationToken cancellationToken)
    {
        var newest = await db.StorageSnapshots.AsNoTracking().Where(s => s.OrganisationId == actor.OrganisationId && s.ScopeId == scopeId)
            .OrderByDescending(s => s.Day).Take(MostPoints).Select(s => new StoragePoint(s.Day, s.Objects, s.Bytes)).ToListAsync(cancellationToken);
        newest.Reverse();
        return newest;
    }
}

/// <summary>All that is known of a bucket's size.</summary>
/// <param name="Bucket">Its row.</param>
/// <param name="Figures">How it is made up; null where it never could be listed.</param>
/// <param name="History">Its size by day, the oldest first.</param>
/// <param name="Forecast">Where it goes; null where there are too few days.</param>
/// <param name="VanishedUtc">Since when it is no longer met; null while it is.</param>
public sealed record BucketStorage(StorageRow Bucket, BucketFigures? Figures, IReadOnlyList<StoragePoint> History, GrowthForecast? Forecast, DateTime? VanishedUtc);

/// <summary>How a measure went.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="State">queued, running, completed or failed.</param>
/// <param name="AskedBy">Who asked; null for the daily one.</param>
/// <param name="AskedUtc">When.</param>
/// <param name="StartedUtc">When it began.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="Buckets">Buckets done.</param>
/// <param name="Unlisted">Of these, ones that could not be listed.</param>
/// <param name="Objects">Objects counted.</param>
/// <param name="Bytes">Bytes counted.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record MeasureRow(
    Guid Id, Guid EndpointId, LeaseState State, string? AskedBy, DateTime AskedUtc, DateTime? StartedUtc, DateTime? EndedUtc, int Buckets, int Unlisted, long Objects, long Bytes, string? Failure);
