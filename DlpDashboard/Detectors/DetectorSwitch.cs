using DlpDashboard.Detection;

namespace DlpDashboard.Detectors;

/// <summary>What an organisation decided about one built-in detector; without a row it is on, as it comes.</summary>
public sealed class DetectorSwitch
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Which detector.</summary>
    public string DetectorId { get; set; } = "";

    /// <summary>Whether it looks.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>The least likely value that is reported; null for the usual floor.</summary>
    public Likelihood? Floor { get; set; }

    /// <summary>How bad its values are here; null as it comes.</summary>
    public Severity? Severity { get; set; }

    /// <summary>Grows with each change; the concurrency token and the ETag.</summary>
    public int Version { get; set; }

    /// <summary>When it was last changed.</summary>
    public DateTime ChangedUtc { get; set; }

    /// <summary>Who changed it last, as called then.</summary>
    public string ChangedBy { get; set; } = "";
}
