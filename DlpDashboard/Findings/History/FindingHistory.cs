using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Detection;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings.History;

/// <summary>What is kept of each scan's work on findings: written with the findings, forgotten with the scan.</summary>
internal static class FindingHistory
{
    /// <summary>Rows that are deleted at once.</summary>
    private const int Batch = 5_000;

    private static readonly UpsertPlan<ScanFindingChange> KeepBefore =
        UpsertPlan.For<ScanFindingChange>().Keep(c => c.WasKnown, c => c.CountBefore, c => c.SeverityBefore, c => c.LikelihoodBefore);

    /// <summary>Writes what a merge changed. What is new cannot have a row yet and is copied; the others may.</summary>
    public static async Task WriteAsync(IDatabaseDialect dialect, DlpDbContext db, FindingMerge merge, CancellationToken cancellationToken)
    {
        await dialect.InsertAsync(db, merge.Appeared, cancellationToken);
        await dialect.UpsertAsync(db, merge.Turned, KeepBefore, cancellationToken);
    }

    /// <summary>Writes the point of the trend at which a scan ended; ending again after a resumption writes over it.</summary>
    public static async Task WriteTotalAsync(IDatabaseDialect dialect, DlpDbContext db, FindingBatch end, CancellationToken cancellationToken)
    {
        var cells = await db.FindingTotals.AsNoTracking()
            .Where(t => t.OrganisationId == end.OrganisationId && t.EndpointId == end.EndpointId
                && (t.Status == FindingStatus.Open || t.Status == FindingStatus.Acknowledged))
            .GroupBy(t => t.Severity)
            .Select(group => new { Severity = group.Key, Findings = group.Sum(t => t.Findings) })
            .ToDictionaryAsync(cell => cell.Severity, cell => cell.Findings, cancellationToken);
        var total = new ScanFindingTotal
        {
            OrganisationId = end.OrganisationId,
            EndpointId = end.EndpointId,
            ScanId = end.ScanId,
            AtUtc = end.AtUtc,
            Low = cells.GetValueOrDefault(Severity.Low),
            Medium = cells.GetValueOrDefault(Severity.Medium),
            High = cells.GetValueOrDefault(Severity.High),
            Critical = cells.GetValueOrDefault(Severity.Critical),
        };
        await dialect.UpsertAsync(db, [total], cancellationToken);
    }

    /// <summary>Deletes what is kept of a scan, in batches; may be repeated.</summary>
    public static async Task ForgetAsync(DlpDbContext db, Guid organisationId, Guid endpointId, Guid scanId, CancellationToken cancellationToken)
    {
        var rows = db.ScanFindingChanges.Where(c => c.OrganisationId == organisationId && c.EndpointId == endpointId && c.ScanId == scanId);
        for (Guid? next; (next = await rows.OrderBy(c => c.FindingId).Skip(Batch).Select(c => (Guid?)c.FindingId).FirstOrDefaultAsync(cancellationToken)) is { } end;)
        {
            await rows.Where(c => c.FindingId < end).ExecuteDeleteAsync(cancellationToken);
        }

        await rows.ExecuteDeleteAsync(cancellationToken);
        await db.ScanFindingTotals.Where(t => t.OrganisationId == organisationId && t.ScanId == scanId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Deletes what is kept of all scans of an endpoint.</summary>
    public static async Task ForgetAsync(DlpDbContext db, Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        var rows = db.ScanFindingChanges.Where(c => c.OrganisationId == organisationId && c.EndpointId == endpointId);
        for (Guid? next; (next = await rows.OrderBy(c => c.ScanId).Select(c => (Guid?)c.ScanId).FirstOrDefaultAsync(cancellationToken)) is { } scanId;)
        {
            await ForgetAsync(db, organisationId, endpointId, scanId, cancellationToken);
        }

        await db.ScanFindingTotals.Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId).ExecuteDeleteAsync(cancellationToken);
    }
}
