using DlpDashboard.Access;

namespace DlpDashboard.Endpoints;

/// <summary>A connection test that may begin. Holds secrets in clear, so it is a class and lives as long as the test.</summary>
public sealed class ConnectionTest
{
    internal ConnectionTest(Actor actor, CheckedEndpoint wanted, Guid endpointId, int? savedVersion)
    {
        Actor = actor;
        Wanted = wanted;
        EndpointId = endpointId;
        SavedVersion = savedVersion;
    }

    /// <summary>Who tests.</summary>
    internal Actor Actor { get; }

    /// <summary>What is tested.</summary>
    internal CheckedEndpoint Wanted { get; }

    /// <summary>The saved endpoint; empty for a new one.</summary>
    internal Guid EndpointId { get; }

    /// <summary>The version whose very settings are tested, so that the result is kept with them; null where the values are not saved.</summary>
    internal int? SavedVersion { get; }
}
