using DlpDashboard.Access;
using DlpDashboard.Audit;
using DlpDashboard.Data;
using DlpDashboard.Events;

namespace DlpDashboard.Scans;

/// <summary>What people do with scans, for the audit trail and the story of events; saved or not together with the deed.</summary>
internal sealed class ScanJournal(AuditTrail trail, EventWriter events)
{
    /// <summary>Adds the deed to the trail and, where there is one, its story to the events.</summary>
    public void Add(DlpDbContext db, Actor actor, string action, Scan scan, string endpointName, EventDraft? story)
    {
        trail.Add(db, actor, action, new AuditSubject("scan", scan.Id, $"Scan of {endpointName}"));
        if (story is not null)
        {
            events.Add(db, story);
        }
    }
}
