using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>What readers and services share of a query: the organisation first, then the filters that have an index.</summary>
internal static class FindingQuery
{
    public static IQueryable<Finding> Narrow(DlpDbContext db, Guid organisationId, FindingFilter filter)
    {
        var query = db.Findings.AsNoTracking().Where(f => f.OrganisationId == organisationId);
        query = filter.EndpointId is { } endpoint ? query.Where(f => f.EndpointId == endpoint) : query;
        query = filter.Bucket is { Length: > 0 } bucket ? query.Where(f => f.Bucket == bucket) : query;
        query = filter.DetectorId is { Length: > 0 } detector ? query.Where(f => f.DetectorId == detector) : query;
        query = filter.Severity is { } severity ? query.Where(f => f.Severity == severity) : query;
        query = filter.ScanId is { } scan ? query.Where(f => f.LastScanId == scan) : query;
        return filter.Status is { } status ? query.Where(f => f.Status == status) : query;
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
