using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>What a new scan or an estimate shall do: a plan's fields, and what they are for.</summary>
internal sealed record StartScanBody : ScanPlanBody
{
    /// <summary>What to scan.</summary>
    public required Guid EndpointId { get; init; }

    /// <summary>How soon it is taken up.</summary>
    public ScanPriority Priority { get; init; } = ScanPriority.Normal;
}
