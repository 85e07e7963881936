using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.Keeping;

/// <summary>Writes sizes by day, and of older months keeps only the last.</summary>
internal static class StorageHistory
{
    /// <summary>Sets a day's size; the caller saves.</summary>
    public static void Set(DlpDbContext db, StorageSnapshot? kept, StorageSnapshot now)
    {
        if (kept is null)
        {
            db.StorageSnapshots.Add(now);
            return;
        }

        (kept.Objects, kept.Bytes) = (now.Objects, now.Bytes);
    }

    /// <summary>Sets a day's sum of an endpoint, or of all of the organisation, as its buckets stand now. Where no bucket was ever listed there is no sum.</summary>
    public static async Task SumAsync(DlpDbContext db, Guid organisationId, Guid? endpointId, DateOnly day, CancellationToken cancellationToken)
    {
        var sum = await db.StorageBuckets
            .Where(b => b.OrganisationId == organisationId && (endpointId == null || b.EndpointId == endpointId) && b.VanishedUtc == null && b.MeasuredUtc != null)
            .GroupBy(b => b.OrganisationId)
            .Select(group => new { Objects = group.Sum(b => b.Objects), Bytes = group.Sum(b => b.Bytes) })
            .FirstOrDefaultAsync(cancellationToken);
        if (sum is not null)
        {
            var scopeId = endpointId ?? organisationId;
            var kept = await db.StorageSnapshots.SingleOrDefaultAsync(s => s.ScopeId == scopeId && s.Day == day, cancellationToken);
            Set(db, kept, new StorageSnapshot { ScopeId = scopeId, Day = day, Month = StorageSnapshot.MonthOf(day), OrganisationId = organisationId, EndpointId = endpointId, Objects = sum.Objects, Bytes = sum.Bytes });
        }
    }

    /// <summary>Of the days before one, removes those that a later one of their month stands for.</summary>
    public static async Task RollUpAsync(DlpDbContext db, Guid endpointId, Guid organisationId, DateOnly before, CancellationToken cancellationToken)
    {
        var all = db.StorageSnapshots;
        await all.Where(s => (s.EndpointId == endpointId || s.ScopeId == organisationId) && s.Day < before && all.Any(later => later.ScopeId == s.ScopeId && later.Month == s.Month && later.Day > s.Day))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
