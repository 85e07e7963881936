namespace DlpDashboard.Endpoints;

/// <summary>An endpoint in lists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="BucketFilter">Which buckets count; empty for all.</param>
/// <param name="Prefix">What keys begin with; empty for all.</param>
/// <param name="IsEnabled">Whether it may be scanned.</param>
/// <param name="HasSecret">Whether a secret is kept; its value is shown nowhere.</param>
/// <param name="TestedUtc">When the kept settings were last tested.</param>
/// <param name="TestPassed">How that went; null where it never was.</param>
/// <param name="CreatedUtc">When it was added; the order of pages.</param>
/// <param name="UpdatedUtc">When it was last changed.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Version">What the ETag tells.</param>
public sealed record EndpointRow(
    Guid Id,
    string Name,
    string Provider,
    string Address,
    string BucketFilter,
    string Prefix,
    bool IsEnabled,
    bool HasSecret,
    DateTime? TestedUtc,
    bool? TestPassed,
    DateTime CreatedUtc,
    DateTime UpdatedUtc,
    string UpdatedBy,
    int Version);
