namespace DlpDashboard.Kernel;

/// <summary>How much of each endpoint scans have read, for rooms that know scans only by endpoint.</summary>
public interface IScanCoverage
{
    /// <summary>The last completed scan of each endpoint; endpoints without one are left out.</summary>
    Task<IReadOnlyList<EndpointCoverage>> ListAsync(Guid organisationId, CancellationToken cancellationToken);
}

/// <summary>How much of an endpoint its last completed scan read.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="ObjectsListed">Objects it listed.</param>
/// <param name="ObjectsRead">Objects it read completely.</param>
/// <param name="EndedUtc">When it ended.</param>
public sealed record EndpointCoverage(Guid EndpointId, long ObjectsListed, long ObjectsRead, DateTime? EndedUtc);
