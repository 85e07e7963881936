namespace DlpDashboard.Findings;

/// <summary>One step of a finding's triage: who, when, why.</summary>
public sealed class FindingStatusChange
{
    /// <summary>Its id; ids grow with time.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Which finding.</summary>
    public Guid FindingId { get; init; }

    /// <summary>Of which endpoint, so that it goes with it.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>Who; null for a scan.</summary>
    public string? By { get; init; }

    /// <summary>From which status.</summary>
    public FindingStatus From { get; init; }

    /// <summary>To which.</summary>
    public FindingStatus To { get; init; }

    /// <summary>Why, in the person's words; at most 500 characters.</summary>
    public string? Reason { get; init; }
}
