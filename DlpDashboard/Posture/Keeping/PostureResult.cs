using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture.Keeping;

/// <summary>What a check says of a bucket now.</summary>
public sealed class PostureResult
{
    /// <summary>Longest sentence kept.</summary>
    public const int MaxSentence = 2000;

    /// <summary>The bucket.</summary>
    public Guid BucketId { get; init; }

    /// <summary>The check, by its id.</summary>
    public string CheckId { get; init; } = "";

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The check's severity.</summary>
    public CheckSeverity Severity { get; set; }

    /// <summary>What it says.</summary>
    public CheckVerdict Verdict { get; set; }

    /// <summary>Why.</summary>
    public string Sentence { get; set; } = "";

    /// <summary>Since when it says so.</summary>
    public DateTime SinceUtc { get; set; }

    /// <summary>Whether somebody has accepted that it fails.</summary>
    public bool IsSuppressed { get; set; }
}
