using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture;

/// <summary>Which buckets a list shows; what is null or empty leaves nothing out.</summary>
/// <param name="EndpointIds">Of these endpoints.</param>
/// <param name="Providers">Of these providers, by id.</param>
/// <param name="Standings">Secure, insecure or unknown.</param>
/// <param name="IsPublic">Public ones, or those that are not.</param>
/// <param name="Severities">Of which a check of such a severity fails and nobody accepted it.</param>
/// <param name="CheckIds">Of which one of these checks says <paramref name="Verdict"/>.</param>
/// <param name="Verdict">What the checks say: fail unless told otherwise.</param>
/// <param name="Text">Whose name contains this, in any case.</param>
public sealed record PostureFilter(
    IReadOnlyList<Guid>? EndpointIds = null,
    IReadOnlyList<string>? Providers = null,
    IReadOnlyList<BucketStanding>? Standings = null,
    bool? IsPublic = null,
    IReadOnlyList<CheckSeverity>? Severities = null,
    IReadOnlyList<string>? CheckIds = null,
    CheckStanding Verdict = CheckStanding.Fail,
    string? Text = null)
{
    /// <summary>Whether nothing is left out.</summary>
    public bool IsEmpty => EndpointIds is null or [] && Providers is null or [] && Standings is null or [] && IsPublic is null && Severities is null or [] && CheckIds is null or [] && Text is null;

    /// <summary>Whether the provider's buckets can be public at all: a folder is reached by its machine only.</summary>
    public static bool IsCloud(string provider) => provider is "aws" or "azure" or "gcp";
}
