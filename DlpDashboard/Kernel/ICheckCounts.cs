namespace DlpDashboard.Kernel;

/// <summary>How the checks of each endpoint's buckets stand, for rooms that know posture only by endpoint.</summary>
public interface ICheckCounts
{
    /// <summary>Sums over the buckets of each endpoint that was read.</summary>
    Task<IReadOnlyList<EndpointChecks>> ListAsync(Guid organisationId, CancellationToken cancellationToken);
}

/// <summary>The checks of an endpoint's buckets.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Passed">Passed.</param>
/// <param name="Failed">Failed and not accepted.</param>
public sealed record EndpointChecks(Guid EndpointId, int Passed, int Failed);
