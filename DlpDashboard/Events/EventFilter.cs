namespace DlpDashboard.Events;

/// <summary>Which events; what is null or empty does not restrict.</summary>
/// <param name="EndpointIds">Of one of these endpoints.</param>
/// <param name="Severities">Of one of these severities.</param>
/// <param name="Statuses">In one of these states of handling.</param>
/// <param name="Type">Of one type.</param>
/// <param name="SubjectId">About one thing.</param>
public sealed record EventFilter(
    IReadOnlyList<Guid>? EndpointIds = null,
    IReadOnlyList<EventSeverity>? Severities = null,
    IReadOnlyList<EventStatus>? Statuses = null,
    string? Type = null,
    Guid? SubjectId = null)
{
    /// <summary>Whether nothing is restricted.</summary>
    public bool IsEmpty => Type is null && SubjectId is null && EndpointIds is null or { Count: 0 } && Severities is null or { Count: 0 } && Statuses is null or { Count: 0 };
}
