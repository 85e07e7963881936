namespace DlpDashboard.Events;

/// <summary>What is to be told.</summary>
/// <param name="OrganisationId">Whose story.</param>
/// <param name="Type">One of <see cref="EventTypes"/>.</param>
/// <param name="Severity">How much attention it asks for.</param>
/// <param name="Sentence">What happened, for people; no secrets and no found values.</param>
/// <param name="EndpointId">The endpoint it is about.</param>
/// <param name="SubjectId">The thing it is about.</param>
/// <param name="Link">The page about it, relative.</param>
/// <param name="ActorName">Who caused it; null for the product itself.</param>
public sealed record EventDraft(
    Guid OrganisationId,
    string Type,
    EventSeverity Severity,
    string Sentence,
    Guid? EndpointId = null,
    Guid? SubjectId = null,
    string? Link = null,
    string? ActorName = null);
