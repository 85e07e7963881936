namespace DlpDashboard.Events;

/// <summary>An event as lists and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Severity">How much attention it asks for.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="EndpointId">The endpoint it is about.</param>
/// <param name="SubjectId">The thing it is about.</param>
/// <param name="Link">The page about it.</param>
/// <param name="ActorName">Who caused it; null for the product itself.</param>
/// <param name="Status">Where its handling stands.</param>
/// <param name="StatusBy">Who set the status.</param>
/// <param name="StatusAtUtc">When the status was set.</param>
public sealed record EventRow(
    Guid Id,
    DateTime AtUtc,
    string Type,
    EventSeverity Severity,
    string Sentence,
    Guid? EndpointId,
    Guid? SubjectId,
    string? Link,
    string? ActorName,
    EventStatus Status,
    string? StatusBy,
    DateTime? StatusAtUtc);
