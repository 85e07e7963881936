using System.ComponentModel.DataAnnotations;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>What a new scan or an estimate shall do. What is left out, null or empty means no limit.</summary>
/// <param name="EndpointId">What to scan.</param>
/// <param name="Detectors">Only these look.</param>
/// <param name="Mode">All objects, or only changed ones.</param>
/// <param name="Priority">How soon it is taken up.</param>
/// <param name="Prefixes">Only keys that begin so.</param>
/// <param name="Extensions">Only names that end so, without the dot.</param>
/// <param name="Include">Only keys that match one of these globs.</param>
/// <param name="Exclude">No keys that match one of these globs.</param>
/// <param name="MaxObjectBytes">No larger objects.</param>
/// <param name="SamplePercent">Only this share of the objects, above 0 to 100.</param>
/// <param name="BytesPerObject">Only the first bytes of each object.</param>
/// <param name="TimeBudgetSeconds">After so many seconds it stops cleanly.</param>
/// <param name="ByteBudget">After so many bytes read it stops cleanly.</param>
internal sealed record StartScanBody(
    Guid EndpointId,
    [property: MaxLength(ScanPlanCheck.MaxEntries)] IReadOnlyList<string>? Detectors = null,
    ScanMode Mode = ScanMode.Full,
    ScanPriority Priority = ScanPriority.Normal,
    [property: MaxLength(ScanPlanCheck.MaxEntries)] IReadOnlyList<string>? Prefixes = null,
    [property: MaxLength(ScanPlanCheck.MaxEntries)] IReadOnlyList<string>? Extensions = null,
    [property: MaxLength(ScanPlanCheck.MaxEntries)] IReadOnlyList<string>? Include = null,
    [property: MaxLength(ScanPlanCheck.MaxEntries)] IReadOnlyList<string>? Exclude = null,
    long? MaxObjectBytes = null,
    double? SamplePercent = null,
    long? BytesPerObject = null,
    [property: Range(1, 30 * 24 * 3600)] int? TimeBudgetSeconds = null,
    long? ByteBudget = null)
{
    /// <summary>The plan it asks for, not yet checked.</summary>
    public ScanPlan Plan() => new()
    {
        Mode = Mode,
        Detectors = Texts(Detectors),
        Prefixes = Texts(Prefixes),
        Extensions = Texts(Extensions),
        Include = Texts(Include),
        Exclude = Texts(Exclude),
        MaxObjectBytes = MaxObjectBytes,
        SamplePercent = SamplePercent,
        BytesPerObject = BytesPerObject,
        TimeBudget = TimeBudgetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        ByteBudget = ByteBudget,
    };

    // JSON may put null into a list of texts.
    private static List<string> Texts(IReadOnlyList<string>? texts) => [.. (texts ?? []).Select(text => text ?? "")];
}
