using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.History;

/// <summary>Takes changes out as files; the audit trail knows before the first one leaves, and how many did.</summary>
internal sealed class ScanHistoryService(ScanHistoryReader history, ScanChangeReader changes, ExportTrail trail)
{
    /// <summary>All changed findings of a comparison, or of one scan where <paramref name="from"/> is null.</summary>
    public async Task<Outcome<IAsyncEnumerable<ScanChangeRow>>> ExportAsync(Actor actor, Guid? from, Guid to, ScanChangeKind? kind, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.FindingsExport);
        var span = await history.SpanAsync(actor, from, to, cancellationToken);
        if (!span.Succeeded)
        {
            return span.Problem;
        }

        var details = new Dictionary<string, string?>(StringComparer.Ordinal) { ["from"] = from?.ToString(), ["kind"] = kind?.ToString(), ["format"] = "csv" };
        var rows = changes.ExportAsync(actor, span.Value.To.EndpointId, span.Value.ScanIds, kind, cancellationToken);
        return Outcome<IAsyncEnumerable<ScanChangeRow>>.Of(
            await trail.BeginAsync(actor, AuditActions.FindingsExported, new AuditSubject("scan", to, "changed findings"), details, rows, cancellationToken));
    }
}
