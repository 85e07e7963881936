using DlpDashboard.Access;
using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.UI;

namespace DlpDashboard.Findings;

/// <summary>Triage as the story of events tells it: a sentence a deed, however many findings it was about. No keys of objects: they may say more than the reader may know.</summary>
internal static class FindingStories
{
    public static EventDraft Triaged(Actor actor, FindingDecision decision, IReadOnlyList<Finding> decided) => decided is [var one]
        ? Of(actor, $"{one.DetectorId} in one object was set to {Status(decision)}.", one.EndpointId, one.Id, Links.Finding(one.Id))
        : Of(actor, $"{Words.Counted(decided.Count, "finding")} were set to {Status(decision)}.", EndpointOf(decided));

    public static EventDraft TriagedByFilter(Actor actor, FindingDecision decision, FindingFilter filter, int count) =>
        Of(actor, $"{Words.Counted(count, "finding")} of one filter {(count == 1 ? "was" : "were")} set to {Status(decision)}.", filter.EndpointIds is [var one] ? one : null);

    private static EventDraft Of(Actor actor, string sentence, Guid? endpointId, Guid? subjectId = null, string? link = null) =>
        new(actor.OrganisationId, EventTypes.FindingsTriaged, EventSeverity.Info, sentence, endpointId, subjectId, link ?? Links.Findings, actor.Name);

    private static Guid? EndpointOf(IReadOnlyList<Finding> decided) => decided.All(finding => finding.EndpointId == decided[0].EndpointId) ? decided[0].EndpointId : null;

    private static string Status(FindingDecision decision) => Words.Of(decision.Status).ToLowerInvariant();
}
