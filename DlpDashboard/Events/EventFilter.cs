namespace DlpDashboard.Events;

/// <summary>Which events; nulls do not restrict.</summary>
/// <param name="EndpointId">Of one endpoint.</param>
/// <param name="Severity">Of exactly this severity.</param>
/// <param name="Status">In this state of handling.</param>
/// <param name="Type">Of one type.</param>
public sealed record EventFilter(Guid? EndpointId = null, EventSeverity? Severity = null, EventStatus? Status = null, string? Type = null);
