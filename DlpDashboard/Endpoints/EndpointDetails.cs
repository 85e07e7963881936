namespace DlpDashboard.Endpoints;

/// <summary>One endpoint with all that may be shown of it.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="Settings">The settings that are no secrets, by field name.</param>
/// <param name="SecretNames">Which secrets are kept.</param>
/// <param name="CreatedBy">Who added it.</param>
/// <param name="TestSteps">The last test of the kept settings, step by step; empty where there is none.</param>
public sealed record EndpointDetails(
    EndpointRow Row,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string> SecretNames,
    string CreatedBy,
    IReadOnlyList<ConnectionTestStep> TestSteps)
{
    /// <summary>What may be shown of an endpoint.</summary>
    internal static EndpointDetails Of(StorageEndpoint endpoint) => new(
        new EndpointRow(
            endpoint.Id, endpoint.Name, endpoint.Provider, endpoint.Address, endpoint.BucketFilter, endpoint.Prefix, endpoint.IsEnabled,
            endpoint.ProtectedSecrets is not null, endpoint.TestedUtc, endpoint.TestPassed, endpoint.CreatedUtc, endpoint.UpdatedUtc, endpoint.UpdatedBy, endpoint.Version),
        endpoint.Settings,
        endpoint.SecretNames,
        endpoint.CreatedBy,
        endpoint.TestSteps ?? []);
}
