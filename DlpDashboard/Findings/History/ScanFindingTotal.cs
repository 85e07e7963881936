namespace DlpDashboard.Findings.History;

/// <summary>How many findings of an endpoint were still to be done (open or acknowledged) when a scan of it ended: a point of the trend.</summary>
public sealed class ScanFindingTotal
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Which scan ended.</summary>
    public Guid ScanId { get; init; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>Of low severity.</summary>
    public long Low { get; init; }

    /// <summary>Of medium severity.</summary>
    public long Medium { get; init; }

    /// <summary>Of high severity.</summary>
    public long High { get; init; }

    /// <summary>Of critical severity.</summary>
    public long Critical { get; init; }
}
