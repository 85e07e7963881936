namespace DlpDashboard.Posture.Keeping;

/// <summary>How many buckets of an endpoint stand how: kept, so that no page counts buckets. Counted anew within the transactions that change what it counts.</summary>
public sealed class PostureEndpointTally
{
    /// <summary>The endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>The provider's id.</summary>
    public string Provider { get; init; } = "";

    /// <summary>All that are there.</summary>
    public int Buckets { get; init; }

    /// <summary>Secure ones.</summary>
    public int Secure { get; init; }

    /// <summary>Insecure ones.</summary>
    public int Insecure { get; init; }

    /// <summary>Public ones.</summary>
    public int Public { get; init; }

    /// <summary>Failed checks that nobody accepted, of all buckets.</summary>
    public int ChecksFailed { get; init; }

    /// <summary>Of these, critical ones.</summary>
    public int ChecksFailedCritical { get; init; }

    /// <summary>Failed checks that somebody accepted.</summary>
    public int ChecksAccepted { get; init; }

    /// <summary>When a bucket was read last; null where none was.</summary>
    public DateTime? ReadUtc { get; init; }
}
