using DlpDashboard.Kernel;

namespace DlpDashboard.Scans;

/// <summary>Scans as rows.</summary>
internal static class ScanRows
{
    /// <summary>The row of a scan; <paramref name="endpoint"/> is null where the endpoint is gone.</summary>
    public static ScanRow Of(Scan scan, EndpointName? endpoint) => new(
        scan.Id,
        scan.EndpointId,
        endpoint?.Name ?? "",
        endpoint?.Provider ?? "",
        scan.State,
        VerdictOf(scan),
        scan.RequestedByName,
        scan.RequestedUtc,
        scan.StartedUtc,
        scan.EndedUtc,
        scan.Plan,
        scan.Priority,
        scan.Counts,
        scan.Unchanged,
        scan.LeftOut,
        scan.ObjectsListed,
        scan.BytesListed,
        scan.IsListed,
        scan.BytesDone,
        scan.BytesRead,
        scan.Detections,
        scan.Findings,
        scan.Vanished,
        scan.UnlistedBuckets,
        scan.FailureSentence,
        scan.CancelRequestedUtc is not null || scan.PauseRequestedUtc is not null,
        scan.Attempts,
        scan.ValuesLeftOut);

    /// <summary>What a scan says of its endpoint.</summary>
    public static ScanVerdict VerdictOf(Scan scan) =>
        VerdictOf(scan.State, scan.Findings, scan.Counts, scan.UnlistedBuckets.Count, scan.Plan.LeavesNothingOut());

    /// <summary>The rule of the word: clean only where every object of every bucket was read completely, nothing was left out and nothing was found.</summary>
    public static ScanVerdict VerdictOf(ScanState state, long findings, ScanCounts counts, int unlistedBuckets, bool leavesNothingOut = true) =>
        findings > 0 ? ScanVerdict.Found
        : state is ScanState.Queued or ScanState.Running ? ScanVerdict.Unknown
        : state is ScanState.Completed && leavesNothingOut && counts.Unread() == 0 && unlistedBuckets == 0 ? ScanVerdict.Clean
        : ScanVerdict.Incomplete;
}
