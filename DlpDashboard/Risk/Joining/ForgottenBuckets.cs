using DlpDashboard.Data;
using DlpDashboard.Findings;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Risk.Arithmetic;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Risk.Joining;

/// <summary>Finds buckets that were joined with other weights, or never: after an update of the app, one look at its start.</summary>
internal static class ForgottenBuckets
{
    /// <summary>Their ids by endpoint.</summary>
    public static async Task<ILookup<(Guid OrganisationId, Guid EndpointId), Guid>> FindAsync(DlpDbContext db, CancellationToken cancellationToken)
    {
        var risks = db.BucketRisks;
        var old = await risks.AsNoTracking().Where(r => r.Version != JoinedRisk.Version).Select(r => new Place(r.OrganisationId, r.EndpointId, r.BucketId)).ToListAsync(cancellationToken);
        var posture = await db.PostureBuckets.AsNoTracking().Where(b => b.VanishedUtc == null && !risks.Any(r => r.BucketId == b.Id))
            .Select(b => new Place(b.OrganisationId, b.EndpointId, b.Id)).ToListAsync(cancellationToken);
        var found = await db.BucketFindingTotals.AsNoTracking().Where(t => t.Findings > 0 && !risks.Any(r => r.BucketId == t.BucketId))
            .Select(t => new Place(t.OrganisationId, t.EndpointId, t.BucketId)).Distinct().ToListAsync(cancellationToken);
        return old.Concat(posture).Concat(found).Distinct().ToLookup(place => (place.OrganisationId, place.EndpointId), place => place.BucketId);
    }

    private sealed record Place(Guid OrganisationId, Guid EndpointId, Guid BucketId);
}
