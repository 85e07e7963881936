using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Risk.Joining;

/// <summary>What is told of a joined risk: that it became high or critical.</summary>
internal static class RiskStories
{
    /// <summary>The event; null where nothing is to be told. What is at risk only because it was never scanned is no news.</summary>
    public static EventDraft? Of(BucketRisk? before, BucketRisk after, JoinedRisk joined, string endpointName, IReadOnlyDictionary<string, string> ownNames)
    {
        var was = before is null ? RiskBand.Minimal : JoinedRisk.BandOf(before.Risk);
        if (joined.Band < RiskBand.High || joined.Band <= was || after.Types == 0)
        {
            return null;
        }

        var sentence = RiskSentence.Of(joined.Exposure, RiskRow.TypesOf(after), after.Types - RiskRow.TypesOf(after).Count, joined.Cover, ownNames);
        return new EventDraft(
            after.OrganisationId,
            EventTypes.RiskRose,
            joined.Band == RiskBand.Critical ? EventSeverity.Critical : EventSeverity.High,
            $"The bucket {after.Bucket} of {endpointName} is at {(joined.Band == RiskBand.Critical ? "critical" : "high")} risk ({after.Risk} of 100). {sentence}",
            after.EndpointId,
            after.BucketId,
            Links.Bucket(after.BucketId));
    }
}
