namespace DlpDashboard.Posture.Keeping;

/// <summary>How many buckets of an endpoint a check says what of.</summary>
public sealed class PostureCheckTally
{
    /// <summary>The endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The check, by its id.</summary>
    public string CheckId { get; init; } = "";

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Buckets that pass.</summary>
    public int Passed { get; init; }

    /// <summary>Buckets that fail, without the accepted.</summary>
    public int Failed { get; init; }

    /// <summary>Buckets of which it is not known.</summary>
    public int Unknown { get; init; }

    /// <summary>Buckets that fail, and somebody accepted it.</summary>
    public int Accepted { get; init; }

    /// <summary>Buckets of which it says nothing.</summary>
    public int NotApplicable { get; init; }
}
