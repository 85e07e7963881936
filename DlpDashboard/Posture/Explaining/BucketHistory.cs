using DlpDashboard.Events;
using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Explaining;

/// <summary>One thing that happened to a bucket's configuration.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AtUtc">When it was seen.</param>
/// <param name="Sentence">What.</param>
/// <param name="Severity">How much it asks for attention; null for what is only told.</param>
/// <param name="By">Who did it; null for what the provider told.</param>
/// <param name="Document">The document that changed; null for other things.</param>
/// <param name="VersionId">Its version from then on.</param>
/// <param name="FormerId">The version before; null where it is the first.</param>
public sealed record BucketHistoryRow(Guid Id, DateTime AtUtc, string Sentence, EventSeverity? Severity, string? By, string? Document, Guid? VersionId, Guid? FormerId);

/// <summary>The words of a change of a document.</summary>
internal static class BucketHistoryWords
{
    public static string Of(string name, DocumentState? former, DocumentState now) => (former, now) switch
    {
        (null, DocumentState.Present) => $"{name} was seen first.",
        (null, DocumentState.NotConfigured) => $"{name} is not configured.",
        (null, _) => $"{name} could not be read.",
        (DocumentState.Unknown, DocumentState.Present) => $"{name} could be read.",
        (DocumentState.Unknown, DocumentState.NotConfigured) => $"{name} could be read: it is not configured.",
        (_, DocumentState.Unknown) => $"{name} could no longer be read.",
        (DocumentState.NotConfigured, DocumentState.Present) => $"{name} was set.",
        (DocumentState.Present, DocumentState.NotConfigured) => $"{name} was removed.",
        _ => $"{name} changed.",
    };
}
