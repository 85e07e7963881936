using DlpDashboard.Kernel;

namespace DlpDashboard.Scans;

/// <summary>What may be expected to stand in a scan's way.</summary>
internal static class ScanProblems
{
    public static readonly Problem NotFound =
        Problem.NotFound("scans.not-found", "There is no such scan. It may have been deleted; look at the list of scans.");

    public static readonly Problem EndpointNotFound =
        Problem.NotFound("scans.endpoint-not-found", "There is no such endpoint. Choose one from the list.");

    public static readonly Problem EndpointDisabled =
        Problem.Conflict("scans.endpoint-disabled", "This endpoint is disabled. Enable it, then start the scan.", "endpointId");

    public static readonly Problem AlreadyWaiting =
        Problem.Conflict("scans.already-waiting", "A scan of this endpoint is waiting in line already. Wait for it or cancel it first.", "endpointId");

    public static readonly Problem Ended =
        Problem.Conflict("scans.ended", "This scan has ended already; there is nothing to cancel.");

    public static readonly Problem NotPausable =
        Problem.Conflict("scans.not-pausable", "Only a scan that waits or runs can be paused. Look at its state again.");

    public static readonly Problem NotResumable =
        Problem.Conflict("scans.not-resumable", "Only a paused, stopped, failed or cancelled scan can be resumed. Start a new one instead.");

    public static readonly Problem StillActive =
        Problem.Conflict("scans.still-active", "This scan still waits or runs. Cancel it, then delete it.");

    public static readonly Problem ChangedMeanwhile =
        Problem.Conflict("scans.changed-meanwhile", "The scan's state changed at this moment. Look again and repeat if it is still needed.");

    public static readonly Problem NameBoth =
        Problem.Invalid("scans.name-both", "Name the two scans to compare: from= is the earlier one, to= the later one.", "from");

    public static readonly Problem SameScan =
        Problem.Invalid("scans.same-scan", "These are one and the same scan. Choose an earlier one to compare with.", "from");

    public static readonly Problem OtherEndpoint =
        Problem.Invalid("scans.other-endpoint", "These scans are of different endpoints. Choose two of the same one.", "from");

    public static readonly Problem WrongOrder =
        Problem.Invalid("scans.wrong-order", "The first scan is newer than the second. Name the earlier one first.", "from");

    public static readonly Problem TooFarApart =
        Problem.Invalid("scans.too-far-apart", "More than 500 scans lie between these two. Choose two that are closer together.", "from");

    public static Problem UnknownDetector(string id) =>
        Problem.Invalid("scans.unknown-detector", $"There is no detector named “{Shorten(id)}”. The list of detectors names them all.", "detectors");

    private static string Shorten(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
