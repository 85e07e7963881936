using System.Text.Json.Serialization;

namespace DlpDashboard.Endpoints;

/// <summary>How a step of a connection test stands.</summary>
[JsonConverter(typeof(ConnectionTestStateConverter))]
public enum ConnectionTestState
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>It works.</summary>
    Ok,

    /// <summary>It does not; the sentence says what to do.</summary>
    Failed,

    /// <summary>Not tried, because a step before failed or there was nothing to try it on.</summary>
    Skipped,
}

/// <summary>Writes states as REST and the database show them: <c>ok</c>, <c>failed</c>.</summary>
internal sealed class ConnectionTestStateConverter() : JsonStringEnumConverter<ConnectionTestState>(System.Text.Json.JsonNamingPolicy.CamelCase);
