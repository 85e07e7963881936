namespace DlpDashboard.Risk;

/// <summary>What the head of a bucket's page says.</summary>
/// <param name="BucketId">The bucket.</param>
/// <param name="EndpointId">Its endpoint.</param>
/// <param name="Endpoint">The endpoint's name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Region">Where it lies, if told.</param>
/// <param name="PostureScore">0 to 100 of how it is set up; null where nothing passed or failed.</param>
/// <param name="ReadUtc">When its configuration was read last; null for never.</param>
/// <param name="VanishedUtc">When it was found gone; null while it is there.</param>
public sealed record BucketHead(
    Guid BucketId, Guid EndpointId, string Endpoint, string Provider, string Bucket, string? Region, int? PostureScore, DateTime? ReadUtc, DateTime? VanishedUtc);
