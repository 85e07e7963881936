using DlpDashboard.Detection;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>What REST takes about a built-in detector: all of it, so that nothing is reset by being forgotten.</summary>
internal sealed record DetectorSwitchBody
{
    /// <summary>Whether it looks.</summary>
    public required bool IsOn { get; init; }

    /// <summary>The least likely value that is reported; null for the usual floor.</summary>
    public required Likelihood? Floor { get; init; }

    /// <summary>How bad its values are; null as it comes.</summary>
    public required Severity? Severity { get; init; }
}
