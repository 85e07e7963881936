namespace DlpDashboard.Posture.Keeping;

/// <summary>Somebody accepted that a check fails, of one bucket or of all of an endpoint, for a reason and for a time.</summary>
public sealed class PostureSuppression
{
    /// <summary>Longest reason.</summary>
    public const int MaxReason = 500;

    /// <summary>Its id; grows with time.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Of which bucket; null for all of the endpoint.</summary>
    public Guid? BucketId { get; init; }

    /// <summary>Which check.</summary>
    public string CheckId { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who answers for it.</summary>
    public Guid OwnerId { get; init; }

    /// <summary>That person's name then.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>The name of who accepted.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>Since when.</summary>
    public DateTime CreatedUtc { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTime ExpiresUtc { get; init; }

    /// <summary>When what it covered was counted again after its end; null while it holds.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>Whether it holds for a result.</summary>
    public bool Covers(Guid bucketId, string checkId, DateTime nowUtc) => CheckId == checkId && (BucketId is null || BucketId == bucketId) && ExpiresUtc > nowUtc;
}
