using DlpDashboard.Events;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture.Keeping;

/// <summary>A bucket before and after a refresh, and what is worth telling of it.</summary>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is.</param>
/// <param name="Drifted">The documents that changed.</param>
/// <param name="Because">The first reason of its exposure.</param>
internal sealed record BucketChange(PostureBucket? Before, PostureBucket After, IReadOnlyList<string> Drifted, string? Because)
{
    /// <summary>The events, the gravest first; none where nothing happened.</summary>
    public IEnumerable<EventDraft> Events(string endpointName)
    {
        var where = $"The bucket {After.Name} of {endpointName}";
        if (After.IsPublic == true && Before?.IsPublic != true)
        {
            yield return Draft(EventTypes.BucketBecamePublic, EventSeverity.Critical, $"{where} {(Before is null ? "is" : "became")} public. {Because}");
        }
        else if (After.IsPublic == false && Before?.IsPublic == true)
        {
            yield return Draft(EventTypes.BucketBecamePrivate, EventSeverity.Info, $"{where} is no longer public.");
        }

        if (Before?.Standing == BucketStanding.Secure && After.Standing == BucketStanding.Insecure && After.IsPublic != true)
        {
            yield return Draft(EventTypes.BucketBecameInsecure, EventSeverity.High, $"{where} was secure and is not any more: {After.Failed} checks fail.");
        }

        if (Drifted.Count > 0)
        {
            yield return Draft(EventTypes.BucketDrifted, EventSeverity.Low, $"{where} is set up differently: {string.Join(", ", Drifted.Take(10))} changed.");
        }
    }

    private EventDraft Draft(string type, EventSeverity severity, string sentence) =>
        new(After.OrganisationId, type, severity, sentence, After.EndpointId, After.Id, Links.Bucket(After.Id));
}
