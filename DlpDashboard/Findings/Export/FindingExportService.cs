using DlpDashboard.Access;
using DlpDashboard.Audit;

namespace DlpDashboard.Findings.Export;

/// <summary>Takes findings out as files; the audit trail knows before the first one leaves, and how many did.</summary>
internal sealed class FindingExportService(FindingReader reader, FindingExportReader samples, ExportTrail trail)
{
    /// <summary>All findings of a filter, newest first, without samples.</summary>
    public Task<IAsyncEnumerable<FindingRow>> RowsAsync(Actor actor, FindingFilter filter, CancellationToken cancellationToken) =>
        BeginAsync(actor, filter, FindingFileFormat.Csv, reader.ExportAsync(actor, filter, cancellationToken), cancellationToken);

    /// <summary>The same with masked samples.</summary>
    public Task<IAsyncEnumerable<ExportedFinding>> WithSamplesAsync(Actor actor, FindingFilter filter, FindingFileFormat format, CancellationToken cancellationToken) =>
        BeginAsync(actor, filter, format, samples.ReadAsync(actor, filter, cancellationToken), cancellationToken);

    /// <summary>What the detectors in the files are called.</summary>
    public Task<DetectorNames> DetectorNamesAsync(Actor actor, CancellationToken cancellationToken) => samples.DetectorNamesAsync(actor, cancellationToken);

    private Task<IAsyncEnumerable<T>> BeginAsync<T>(Actor actor, FindingFilter filter, FindingFileFormat format, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        var details = new Dictionary<string, string?>(StringComparer.Ordinal) { ["filter"] = filter.ToString(), ["format"] = format.ToString() };
        return trail.BeginAsync(actor, AuditActions.FindingsExported, new AuditSubject("organisation", actor.OrganisationId, "findings"), details, rows, cancellationToken);
    }
}
