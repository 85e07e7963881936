using DlpDashboard.Data;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>Narrows an organisation's buckets to a filter: the order is by score, each filter has an index or looks at rows of that order.</summary>
internal static class PostureQuery
{
    // Few enough to be looked up by their keys and sorted; more are met soon in the order of the list.
    private const int Few = 2_000;

    /// <summary>The buckets of a filter. A check that few buckets fail is looked up by its own index first: in the order of scores they would be met late.</summary>
    public static async Task<IQueryable<PostureBucket>> NarrowedAsync(DlpDbContext db, Guid organisationId, PostureFilter filter, CancellationToken cancellationToken)
    {
        var query = Narrowed(db, organisationId, filter);
        if (filter.CheckIds is null or [])
        {
            return query;
        }

        var results = Results(db, organisationId, filter);
        var few = await results.Select(r => r.BucketId).Take(Few + 1).ToListAsync(cancellationToken);
        return few.Count <= Few ? query.Where(b => few.Contains(b.Id)) : query.Where(b => results.Any(r => r.BucketId == b.Id));
    }

    private static IQueryable<PostureBucket> Narrowed(DlpDbContext db, Guid organisationId, PostureFilter filter)
    {
        var query = db.PostureBuckets.AsNoTracking().Where(b => b.OrganisationId == organisationId && b.VanishedUtc == null);
        query = filter.EndpointIds switch
        {
            null or [] => query,
            [var one] => query.Where(b => b.EndpointId == one),
            var many => query.Where(b => many.Contains(b.EndpointId)),
        };
        query = filter.Providers switch
        {
            null or [] => query,
            [var one] => query.Where(b => b.Provider == one),
            var many => query.Where(b => many.Contains(b.Provider)),
        };
        query = filter.Standings switch
        {
            null or [] => query,
            [var one] => query.Where(b => b.Standing == one),
            var many => query.Where(b => many.Contains(b.Standing)),
        };
        query = filter.IsPublic switch
        {
            true => query.Where(b => b.IsPublic == true),
            false => query.Where(b => b.IsPublic == false),
            null => query,
        };
        return Named(Grave(query, filter), filter);
    }

    private static IQueryable<PostureBucket> Grave(IQueryable<PostureBucket> query, PostureFilter filter)
    {
        if (filter.Severities is null or [])
        {
            return query;
        }

        var (critical, high, medium, low) = (Has(CheckSeverity.Critical), Has(CheckSeverity.High), Has(CheckSeverity.Medium), Has(CheckSeverity.Low));
        return query.Where(b => (critical && b.FailedCritical > 0) || (high && b.FailedHigh > 0) || (medium && b.FailedMedium > 0) || (low && b.FailedLow > 0));

        bool Has(CheckSeverity severity) => filter.Severities.Contains(severity);
    }

    private static IQueryable<PostureResult> Results(DlpDbContext db, Guid organisationId, PostureFilter filter)
    {
        var checks = filter.CheckIds ?? [];
        var (verdict, isAccepted) = filter.Verdict switch
        {
            CheckStanding.Fail => (CheckVerdict.Fail, false),
            CheckStanding.Accepted => (CheckVerdict.Fail, true),
            CheckStanding.Unknown => (CheckVerdict.Unknown, false),
            _ => (CheckVerdict.Pass, false),
        };
        return db.PostureResults.AsNoTracking().Where(r => r.OrganisationId == organisationId && checks.Contains(r.CheckId) && r.Verdict == verdict && r.IsSuppressed == isAccepted);
    }

    private static IQueryable<PostureBucket> Named(IQueryable<PostureBucket> query, PostureFilter filter)
    {
        if (filter.Text is not { Length: > 0 } text)
        {
            return query;
        }

        var wanted = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's LOWER, which takes no culture.
        return query.Where(b => b.Name.ToLower().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}
