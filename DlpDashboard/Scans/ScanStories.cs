using DlpDashboard.Events;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans;

/// <summary>What the story of events tells of scans.</summary>
internal static class ScanStories
{
    public static EventDraft Queued(Scan scan, string endpoint, string actor) =>
        Of(scan, EventTypes.ScanQueued, EventSeverity.Info, $"A scan of {endpoint} was asked for.", actor);

    public static EventDraft Started(Scan scan, string endpoint) =>
        Of(scan, EventTypes.ScanStarted, EventSeverity.Info, scan.Attempts > 1 ? $"The scan of {endpoint} goes on." : $"The scan of {endpoint} began.");

    public static EventDraft Completed(Scan scan, string endpoint)
    {
        var verdict = ScanRows.VerdictOf(scan);
        var outcome = verdict switch
        {
            ScanVerdict.Clean => "nothing was found in any of them",
            ScanVerdict.Incomplete when scan.Counts.Unread() == 0 => "nothing was found in what its options let it read",
            ScanVerdict.Incomplete => $"nothing was found, but {scan.Counts.Unread():N0} could not be read completely",
            _ => $"{scan.Findings:N0} findings, {scan.Counts.Unread():N0} not read completely",
        };
        return Of(scan, EventTypes.ScanCompleted, EventSeverity.Info, FormattableString.Invariant($"The scan of {endpoint} is done: {scan.Counts.Total():N0} objects, {outcome}."));
    }

    public static EventDraft Failed(Scan scan, string endpoint) =>
        Of(scan, EventTypes.ScanFailed, EventSeverity.Medium, $"The scan of {endpoint} stopped and can be resumed. {scan.FailureSentence}");

    public static EventDraft Cancelled(Scan scan, string endpoint, string? actor) =>
        Of(scan, EventTypes.ScanCancelled, EventSeverity.Info, $"The scan of {endpoint} was cancelled.", actor);

    public static EventDraft Paused(Scan scan, string endpoint, string? actor) =>
        Of(scan, EventTypes.ScanPaused, EventSeverity.Info, $"The scan of {endpoint} was paused.", actor);

    public static EventDraft Stopped(Scan scan, string endpoint) =>
        Of(scan, EventTypes.ScanStopped, EventSeverity.Info, $"The scan of {endpoint} stopped at its budget and can be resumed. {scan.FailureSentence}");

    private static EventDraft Of(Scan scan, string type, EventSeverity severity, string sentence, string? actor = null) =>
        new(scan.OrganisationId, type, severity, sentence, scan.EndpointId, scan.Id, Links.Scan(scan.Id), actor);
}
