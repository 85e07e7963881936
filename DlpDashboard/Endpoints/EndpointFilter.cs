namespace DlpDashboard.Endpoints;

/// <summary>What a list of endpoints is narrowed to; nulls do not narrow.</summary>
/// <param name="Text">A part of the name or address, whatever the case.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="State">How it stands.</param>
public sealed record EndpointFilter(string? Text = null, string? Provider = null, EndpointState? State = null)
{
    /// <summary>No narrowing.</summary>
    public static readonly EndpointFilter None = new();
}
