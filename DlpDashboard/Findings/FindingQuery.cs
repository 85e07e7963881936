using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>What readers and services share of a query: the organisation first, then the filters that have an index.</summary>
internal static class FindingQuery
{
    public static IQueryable<Finding> Narrow(DlpDbContext db, Guid organisationId, FindingFilter filter)
    {
        var query = db.Findings.AsNoTracking().Where(f => f.OrganisationId == organisationId);
        query = filter.EndpointIds switch
        {
            null or [] => query,
            [var one] => query.Where(f => f.EndpointId == one),
            var many => query.Where(f => many.Contains(f.EndpointId)),
        };
        query = filter.Bucket is { Length: > 0 } bucket ? query.Where(f => f.Bucket == bucket) : query;
        query = filter.DetectorIds switch
        {
            null or [] => query,
            [var one] => query.Where(f => f.DetectorId == one),
            var many => query.Where(f => many.Contains(f.DetectorId)),
        };
        query = filter.Severities switch
        {
            null or [] => query,
            [var one] => query.Where(f => f.Severity == one),
            var many => query.Where(f => many.Contains(f.Severity)),
        };
        query = filter.ScanId is { } scan ? query.Where(f => f.LastScanId == scan) : query;
        return filter.Statuses switch
        {
            null or [] => query,
            [var one] => query.Where(f => f.Status == one),
            var many => query.Where(f => many.Contains(f.Status)),
        };
    }

    /// <summary>Those whose object key contains a text, in any case. No index serves it.</summary>
    public static IQueryable<Finding> Named(IQueryable<Finding> query, string text)
    {
        var wanted = text.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's LOWER, which takes no culture.
        return query.Where(f => f.ObjectKey.ToLower().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    public static IQueryable<FindingRow> Rows(IQueryable<Finding> query) => query.Select(f => new FindingRow(
        f.Id,
        f.EndpointId,
        f.Bucket,
        f.ObjectKey,
        f.DetectorId,
        f.Category,
        f.Severity,
        f.Likelihood,
        f.Count,
        f.FirstSeenUtc,
        f.LastSeenUtc,
        f.GoneUtc,
        f.Status,
        f.StatusBy,
        f.StatusAtUtc,
        f.StatusReason,
        f.Revision));
}
