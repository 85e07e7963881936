using DlpDashboard.Risk.Arithmetic;

namespace DlpDashboard.Risk;

/// <summary>Which buckets a list of risks shows; what is null or empty leaves nothing out.</summary>
/// <param name="EndpointIds">Of one of these endpoints.</param>
/// <param name="Exposures">Reached so.</param>
/// <param name="Bands">As sensitive as this.</param>
/// <param name="AtLeast">Of at least this risk.</param>
/// <param name="Detector">In which this detector found something nobody has set aside.</param>
/// <param name="Text">Whose name contains this, in any case.</param>
public sealed record RiskFilter(
    IReadOnlyList<Guid>? EndpointIds = null,
    IReadOnlyList<ExposureLevel>? Exposures = null,
    IReadOnlyList<SensitivityBand>? Bands = null,
    RiskBand? AtLeast = null,
    string? Detector = null,
    string? Text = null)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsEmpty => EndpointIds is null or { Count: 0 } && Exposures is null or { Count: 0 } && Bands is null or { Count: 0 } && AtLeast is null && Detector is null && Text is null;
}
