namespace DlpDashboard.Endpoints;

/// <summary>What a list of endpoints is narrowed to; what is empty does not narrow.</summary>
/// <param name="Text">A part of the name or address, whatever the case.</param>
/// <param name="Providers">Ids of providers, any of which will do.</param>
/// <param name="States">States, any of which will do.</param>
public sealed record EndpointFilter(string? Text = null, IReadOnlyList<string>? Providers = null, IReadOnlyList<EndpointState>? States = null)
{
    /// <summary>No narrowing.</summary>
    public static readonly EndpointFilter None = new();
}
