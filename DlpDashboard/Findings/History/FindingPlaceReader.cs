using DlpDashboard.Access;
using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings.History;

/// <summary>Reads where most of an endpoint's findings lie, as they are now.</summary>
public sealed class FindingPlaceReader(IDbContextFactory<DlpDbContext> contexts)
{
    /// <summary>The buckets with the most findings that are there and still to be done.</summary>
    public async Task<IReadOnlyList<FindingPlaceRow>> BucketsAsync(Actor actor, Guid endpointId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db, actor, endpointId)
            .GroupBy(f => f.Bucket)
            .Select(place => new { Bucket = place.Key, Findings = place.LongCount(), Values = place.Sum(f => f.Count), Severity = place.Max(f => f.Severity) })
            .OrderByDescending(place => place.Findings).ThenBy(place => place.Bucket)
            .Take(most)
            .Select(place => new FindingPlaceRow(place.Bucket, "", place.Findings, place.Values, place.Severity))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The objects with the worst findings that are there and still to be done; among equals those with the most values.</summary>
    public async Task<IReadOnlyList<FindingPlaceRow>> ObjectsAsync(Actor actor, Guid endpointId, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Open(db, actor, endpointId)
            .GroupBy(f => new { f.ObjectId, f.Bucket, f.ObjectKey })
            .Select(place => new { place.Key.Bucket, place.Key.ObjectKey, Findings = place.LongCount(), Values = place.Sum(f => f.Count), Severity = place.Max(f => f.Severity) })
            .OrderByDescending(place => place.Severity).ThenByDescending(place => place.Values).ThenBy(place => place.ObjectKey)
            .Take(most)
            .Select(place => new FindingPlaceRow(place.Bucket, place.ObjectKey, place.Findings, place.Values, place.Severity))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<Finding> Open(DlpDbContext db, Actor actor, Guid endpointId)
    {
        actor.Demand(Permissions.FindingsRead);
        return FindingQuery.Narrow(db, actor.OrganisationId, new FindingFilter([endpointId], Statuses: [FindingStatus.Open, FindingStatus.Acknowledged])).Where(f => f.GoneUtc == null);
    }
}
