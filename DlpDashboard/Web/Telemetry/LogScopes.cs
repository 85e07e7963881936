namespace DlpDashboard.Web.Telemetry;

/// <summary>The scopes that make a log line findable: which organisation, scan and endpoint it belongs to. Ids only.</summary>
public static class LogScopes
{
    /// <summary>All lines until disposal belong to the organisation.</summary>
    public static IDisposable? BeginOrganisation(this ILogger log, Guid organisationId) => log.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["organisation"] = organisationId });

    /// <summary>All lines until disposal belong to the scan.</summary>
    public static IDisposable? BeginScan(this ILogger log, Guid organisationId, Guid scanId, Guid endpointId) =>
        log.BeginScope(new Dictionary<string, object>(StringComparer.Ordinal) { ["organisation"] = organisationId, ["scan"] = scanId, ["endpoint"] = endpointId });
}
