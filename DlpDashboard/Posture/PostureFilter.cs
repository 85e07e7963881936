using DlpDashboard.Posture.Judging;

namespace DlpDashboard.Posture;

/// <summary>Which buckets a list shows; nulls leave nothing out.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="Standing">Secure, insecure or unknown.</param>
/// <param name="IsPublic">Public ones, or those that are not.</param>
public sealed record PostureFilter(Guid? EndpointId = null, BucketStanding? Standing = null, bool? IsPublic = null);
