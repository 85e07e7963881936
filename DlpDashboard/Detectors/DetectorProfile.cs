namespace DlpDashboard.Detectors;

/// <summary>Tells whether anything of an organisation's detectors changed, without reading all of it.</summary>
internal sealed class DetectorProfile
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Another one with each change.</summary>
    public Guid Stamp { get; set; }
}
