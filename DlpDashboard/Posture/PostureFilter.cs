using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture;

/// <summary>Which buckets a list shows; nulls leave nothing out.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="Standing">Secure, insecure or unknown.</param>
/// <param name="IsPublic">Public ones, or those that are not.</param>
public sealed record PostureFilter(Guid? EndpointId = null, BucketStanding? Standing = null, bool? IsPublic = null)
{
    /// <summary>Whether the provider's buckets can be public at all: a folder is reached by its machine only.</summary>
    public static bool IsCloud(string provider) => provider is "aws" or "azure" or "gcp";
}
