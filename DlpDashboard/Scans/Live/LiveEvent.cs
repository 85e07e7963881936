using DlpDashboard.Events;

namespace DlpDashboard.Scans.Live;

/// <summary>An event as the hub tells it.</summary>
/// <param name="Id">Its id: whoever reconnects drops those already seen.</param>
/// <param name="Cursor">To be handed in as <c>?after=</c> when reconnecting.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Severity">How much attention it asks for.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="EndpointId">The endpoint it is about.</param>
/// <param name="SubjectId">The thing it is about.</param>
/// <param name="ActorName">Who caused it.</param>
internal sealed record LiveEvent(
    Guid Id, string Cursor, DateTime AtUtc, string Type, EventSeverity Severity, string Sentence, Guid? EndpointId, Guid? SubjectId, string? ActorName);
