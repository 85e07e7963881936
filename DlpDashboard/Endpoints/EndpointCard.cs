namespace DlpDashboard.Endpoints;

/// <summary>An endpoint as the overview shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="State">How it stands.</param>
/// <param name="TestedUtc">When it was last tested.</param>
public sealed record EndpointCard(Guid Id, string Name, string Provider, string Address, EndpointState State, DateTime? TestedUtc);
