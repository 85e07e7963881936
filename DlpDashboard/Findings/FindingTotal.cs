using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>A roll-up kept in the same transaction as the findings it counts: every number on a dashboard comes from here.</summary>
public sealed class FindingTotal
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; set; }

    /// <summary>Of which detector.</summary>
    public string DetectorId { get; set; } = "";

    /// <summary>Of which severity.</summary>
    public Severity Severity { get; set; }

    /// <summary>In which status.</summary>
    public FindingStatus Status { get; set; }

    /// <summary>How many findings.</summary>
    public long Findings { get; set; }

    /// <summary>How many values in them.</summary>
    public long Values { get; set; }
}
