using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture.Keeping;

/// <summary>A bucket as the last refresh left it: one row, with what lists show and filter by.</summary>
public sealed class PostureBucket
{
    /// <summary>Longest name kept, in UTF-16 units: folders may have longer names than buckets.</summary>
    public const int MaxName = 255;

    /// <summary>Its id: follows from endpoint and name.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The provider's id.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it lies, where the provider tells.</summary>
    public string? Region { get; set; }

    /// <summary>When it was made, where the provider tells.</summary>
    public DateTime? CreatedUtc { get; set; }

    /// <summary>Whether the provider calls it public; null where that is not known.</summary>
    public bool? IsPublic { get; set; }

    /// <summary>What a request without a sign-in can do, parted by blanks: of <c>list read write</c>.</summary>
    public string AnonymousAccess { get; set; } = "";

    /// <summary>How many other accounts are let in.</summary>
    public int CrossAccounts { get; set; }

    /// <summary>Secure, insecure or unknown.</summary>
    public BucketStanding Standing { get; set; }

    /// <summary>0 to 100; <see cref="NoScore"/> where nothing passed or failed.</summary>
    public int Score { get; set; }

    /// <summary>Checks that passed.</summary>
    public int Passed { get; set; }

    /// <summary>Checks that failed and are not suppressed.</summary>
    public int Failed { get; set; }

    /// <summary>Of these, critical ones.</summary>
    public int FailedCritical { get; set; }

    /// <summary>Of these, high ones.</summary>
    public int FailedHigh { get; set; }

    /// <summary>Of these, medium ones.</summary>
    public int FailedMedium { get; set; }

    /// <summary>Of these, low ones.</summary>
    public int FailedLow { get; set; }

    /// <summary>Checks that could not be decided.</summary>
    public int Unknown { get; set; }

    /// <summary>Failed checks that somebody accepted.</summary>
    public int Suppressed { get; set; }

    /// <summary>When it was seen first.</summary>
    public DateTime FirstSeenUtc { get; init; }

    /// <summary>When its configuration was read last.</summary>
    public DateTime ReadUtc { get; set; }

    /// <summary>The refresh that read it last: one that is taken up again leaves out what it has read.</summary>
    public Guid LastRefreshId { get; set; }

    /// <summary>When its configuration changed last; null while it never did.</summary>
    public DateTime? ChangedUtc { get; set; }

    /// <summary>When a refresh no longer found it; null while it is there.</summary>
    public DateTime? VanishedUtc { get; set; }

    /// <summary>Stands for no score: sorts behind all others.</summary>
    public const int NoScore = 101;
}
