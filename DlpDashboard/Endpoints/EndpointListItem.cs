namespace DlpDashboard.Endpoints;

/// <summary>An endpoint in REST's list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="BucketFilter">Which buckets count; empty for all.</param>
/// <param name="Prefix">What keys begin with; empty for all.</param>
/// <param name="Enabled">Whether it may be scanned.</param>
/// <param name="State">How it stands.</param>
/// <param name="HasSecret">Whether a secret is kept.</param>
/// <param name="TestedUtc">When it was last tested.</param>
/// <param name="CreatedUtc">When it was added.</param>
/// <param name="UpdatedUtc">When it was last changed.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Version">What the ETag tells.</param>
public sealed record EndpointListItem(
    Guid Id,
    string Name,
    string Provider,
    string Address,
    string BucketFilter,
    string Prefix,
    bool Enabled,
    EndpointState State,
    bool HasSecret,
    DateTime? TestedUtc,
    DateTime CreatedUtc,
    DateTime UpdatedUtc,
    string UpdatedBy,
    int Version)
{
    /// <summary>The item of a row.</summary>
    internal static EndpointListItem Of(EndpointRow row) => new(
        row.Id, row.Name, row.Provider, row.Address, row.BucketFilter, row.Prefix, row.IsEnabled, row.StateOf(), row.HasSecret,
        row.TestedUtc, row.CreatedUtc, row.UpdatedUtc, row.UpdatedBy, row.Version);
}
