namespace DlpDashboard.Endpoints;

/// <summary>An endpoint as REST tells it. Of secrets only the names.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Settings">The provider's settings that are no secrets.</param>
/// <param name="Secrets">The names of the secret settings that are set.</param>
/// <param name="HasSecret">Whether there are any.</param>
/// <param name="BucketFilter">Which buckets count; empty for all.</param>
/// <param name="Prefix">What keys begin with; empty for all.</param>
/// <param name="Enabled">Whether it may be scanned.</param>
/// <param name="State">How it stands.</param>
/// <param name="LastTest">The last test of these settings; null where there is none.</param>
/// <param name="CreatedUtc">When it was added.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="UpdatedUtc">When it was last changed.</param>
/// <param name="UpdatedBy">By whom.</param>
/// <param name="Version">What the ETag tells.</param>
public sealed record EndpointAnswer(
    Guid Id,
    string Name,
    string Provider,
    string Address,
    IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<string> Secrets,
    bool HasSecret,
    string BucketFilter,
    string Prefix,
    bool Enabled,
    EndpointState State,
    ConnectionTestAnswer? LastTest,
    DateTime CreatedUtc,
    string CreatedBy,
    DateTime UpdatedUtc,
    string UpdatedBy,
    int Version)
{
    /// <summary>The answer about an endpoint.</summary>
    internal static EndpointAnswer Of(EndpointDetails details) => new(
        details.Row.Id, details.Row.Name, details.Row.Provider, details.Row.Address, details.Settings, details.SecretNames, details.Row.HasSecret,
        details.Row.BucketFilter, details.Row.Prefix, details.Row.IsEnabled, details.Row.StateOf(),
        details.Row.TestedUtc is { } at ? new ConnectionTestAnswer(at, details.Row.TestPassed == true, details.TestSteps) : null,
        details.Row.CreatedUtc, details.CreatedBy, details.Row.UpdatedUtc, details.Row.UpdatedBy, details.Row.Version);
}

/// <summary>A connection test as REST tells it.</summary>
/// <param name="AtUtc">When it ended.</param>
/// <param name="Passed">Whether no step failed.</param>
/// <param name="Steps">Each step, in order.</param>
public sealed record ConnectionTestAnswer(DateTime AtUtc, bool Passed, IReadOnlyList<ConnectionTestStep> Steps);
