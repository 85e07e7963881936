using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.History;

/// <summary>Takes changes out as files; that they were taken out is written to the audit trail first.</summary>
internal sealed class ScanHistoryService(IDbContextFactory<DlpDbContext> contexts, ScanHistoryReader history, ScanChangeReader changes, AuditTrail audit)
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

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        audit.Add(db, actor, AuditActions.FindingsExported, new AuditSubject("scan", to, "changed findings"), new Dictionary<string, string?>
        {
            ["from"] = from?.ToString(),
            ["kind"] = kind?.ToString(),
            ["format"] = "csv",
        });
        await db.SaveChangesAsync(cancellationToken);
        return Outcome<IAsyncEnumerable<ScanChangeRow>>.Of(changes.ExportAsync(actor, span.Value.To.EndpointId, span.Value.ScanIds, kind, cancellationToken));
    }
}
