namespace DlpDashboard.Kernel;

/// <summary>The names of an organisation's storage endpoints, for rooms that know endpoints only by id.</summary>
public interface IEndpointDirectory
{
    /// <summary>All endpoints that are not deleted, by name; small (an organisation has tens to thousands).</summary>
    Task<IReadOnlyList<EndpointName>> ListAsync(Guid organisationId, CancellationToken cancellationToken);
}

/// <summary>What other rooms show of an endpoint.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">Its provider's id: <c>local</c>, <c>aws</c>.</param>
/// <param name="IsEnabled">Whether it may be scanned.</param>
public sealed record EndpointName(Guid Id, string Name, string Provider, bool IsEnabled);
