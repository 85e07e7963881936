using System.Text.Json;
using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Storage.Keeping;
using DlpDashboard.Storage.Measuring;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.History;

/// <summary>Reads what the page draws of an endpoint, or of all: how it is made up, and the parts of the treemap.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names.</param>
public sealed class StorageScopeReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints)
{
    private const int MostEndpoints = 200;
    private const int DrawnEndpoints = 12;
    private const int DrawnBuckets = 40;
    private const int BucketsInside = 12;
    private const int BucketsWithPrefixes = 8;
    private const int PrefixesInside = 8;

    /// <summary>How all buckets of an endpoint, or of the organisation, are made up.</summary>
    public async Task<BucketFigures> FiguresAsync(Actor actor, Guid? endpointId, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        var asked = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).Select(endpoint => endpoint.Id).Where(id => endpointId is null || id == endpointId).Take(MostEndpoints).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sum = new FiguresSum();
        foreach (var content in await db.StorageFigures.AsNoTracking().Where(f => asked.Contains(f.BucketId)).Select(f => f.Content).ToListAsync(cancellationToken))
        {
            if (JsonSerializer.Deserialize<BucketFigures>(content, JsonSerializerOptions.Web) is { } made)
            {
                sum.Add(made, null);
            }
        }

        return sum.End();
    }

    /// <summary>The parts of the treemap: endpoints with their largest buckets, or of one endpoint its largest buckets with their heaviest prefixes.</summary>
    public async Task<IReadOnlyList<StoragePart>> PartsAsync(Actor actor, Guid? endpointId, IReadOnlyList<EndpointSum> sums, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.StorageRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (endpointId is { } one)
        {
            return await BucketsAsync(db, actor, one, sums.FirstOrDefault(sum => sum.EndpointId == one)?.Bytes ?? 0, cancellationToken);
        }

        var names = (await endpoints.ListAsync(actor.OrganisationId, cancellationToken)).ToDictionary(endpoint => endpoint.Id, endpoint => endpoint.Name);
        var parts = new List<StoragePart>();
        foreach (var sum in sums.Where(sum => names.ContainsKey(sum.EndpointId)).Take(DrawnEndpoints))
        {
            var inside = await Largest(db, actor, sum.EndpointId, BucketsInside).Select(b => new StoragePart(b.Name, b.Bytes, sum.EndpointId, b.Id, null)).ToListAsync(cancellationToken);
            parts.Add(new StoragePart(names[sum.EndpointId], sum.Bytes, sum.EndpointId, null, WithRest(inside, sum.Bytes, sum.EndpointId)));
        }

        return parts;
    }

    private static async Task<IReadOnlyList<StoragePart>> BucketsAsync(DlpDbContext db, Actor actor, Guid endpointId, long total, CancellationToken cancellationToken)
    {
        var largest = await Largest(db, actor, endpointId, DrawnBuckets).Select(b => new { b.Id, b.Name, b.Bytes }).ToListAsync(cancellationToken);
        var ids = largest.Take(BucketsWithPrefixes).Select(bucket => bucket.Id).ToList();
        var made = await db.StorageFigures.AsNoTracking().Where(f => ids.Contains(f.BucketId)).ToDictionaryAsync(f => f.BucketId, f => f.Content, cancellationToken);
        var parts = largest.ConvertAll(bucket => new StoragePart(
            bucket.Name, bucket.Bytes, endpointId, bucket.Id, made.GetValueOrDefault(bucket.Id) is { } content ? Prefixes(content, endpointId, bucket.Id, bucket.Bytes) : null));
        return WithRest(parts, total, endpointId);
    }

    private static List<StoragePart> Prefixes(string content, Guid endpointId, Guid bucketId, long bytes)
    {
        var prefixes = JsonSerializer.Deserialize<BucketFigures>(content, JsonSerializerOptions.Web)?.Prefixes ?? [];
        return WithRest([.. prefixes.Take(PrefixesInside).Select(prefix => new StoragePart(prefix.Name, prefix.Bytes, endpointId, bucketId, null))], bytes, endpointId, bucketId);
    }

    // What is not drawn one by one still takes its place.
    private static List<StoragePart> WithRest(List<StoragePart> parts, long total, Guid endpointId, Guid? bucketId = null)
    {
        var rest = total - parts.Sum(part => part.Bytes);
        return rest > 0 ? [.. parts, new StoragePart("all others", rest, endpointId, bucketId, null)] : parts;
    }

    private static IQueryable<StorageBucket> Largest(DlpDbContext db, Actor actor, Guid endpointId, int most) =>
        db.StorageBuckets.AsNoTracking().Where(b => b.OrganisationId == actor.OrganisationId && b.EndpointId == endpointId && b.VanishedUtc == null && b.Bytes > 0)
            .OrderByDescending(b => b.Bytes).ThenBy(b => b.Id).Take(most);
}

/// <summary>A part of the treemap.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">How much.</param>
/// <param name="EndpointId">Its endpoint.</param>
/// <param name="BucketId">Its bucket; null where it is an endpoint or several buckets.</param>
/// <param name="Parts">What is in it; null where that is not drawn.</param>
public sealed record StoragePart(string Name, long Bytes, Guid EndpointId, Guid? BucketId, IReadOnlyList<StoragePart>? Parts);
