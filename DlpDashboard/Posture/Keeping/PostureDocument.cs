using DlpDashboard.Providers.Configurations;

namespace DlpDashboard.Posture.Keeping;

/// <summary>One version of a document of a bucket's configuration, or of its account's: as it stood from the first time it was seen so to the last.</summary>
public sealed class PostureDocument
{
    /// <summary>Longest reason kept.</summary>
    public const int MaxReason = 500;

    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The bucket, or the endpoint where it is the account's.</summary>
    public Guid ScopeId { get; init; }

    /// <summary>What it is: <c>policy</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>What reading it came to.</summary>
    public DocumentState State { get; init; }

    /// <summary>SHA-256 of the content without what changes by itself, in hexadecimal; of no content the state's name.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The document as JSON; null unless present.</summary>
    public string? Content { get; init; }

    /// <summary>Why it is not known; null unless unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>Since when it was seen so.</summary>
    public DateTime FirstSeenUtc { get; init; }

    /// <summary>When it was seen so last.</summary>
    public DateTime LastSeenUtc { get; set; }

    /// <summary>Whether it is the newest of its name.</summary>
    public bool IsCurrent { get; set; }
}
