namespace DlpDashboard.Posture;

/// <summary>How the buckets of an endpoint stand.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Provider">Its provider's id.</param>
/// <param name="Buckets">All.</param>
/// <param name="Secure">Secure ones.</param>
/// <param name="Insecure">Insecure ones.</param>
/// <param name="Unknown">Neither of the two.</param>
/// <param name="Public">Public ones.</param>
/// <param name="ChecksFailed">Failed checks of all buckets, without the accepted.</param>
/// <param name="ChecksFailedCritical">Of these, critical ones.</param>
/// <param name="ChecksAccepted">Failed checks that somebody accepted.</param>
/// <param name="ReadUtc">When a bucket was read last; null where none was.</param>
public sealed record PostureCount(
    Guid EndpointId, string Provider, int Buckets, int Secure, int Insecure, int Unknown, int Public, int ChecksFailed, int ChecksFailedCritical, int ChecksAccepted, DateTime? ReadUtc);
