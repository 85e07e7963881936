using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans;

/// <summary>What a new scan shall do.</summary>
/// <param name="EndpointId">What to scan.</param>
/// <param name="Detectors">Only these look; left out or empty means all of them.</param>
internal sealed record StartScanBody(Guid EndpointId, [property: MaxLength(StartScanBody.MaxDetectors)] IReadOnlyList<string>? Detectors = null)
{
    /// <summary>Most detectors that may be named.</summary>
    public const int MaxDetectors = 500;
}
