namespace DlpDashboard.Events;

/// <summary>One line of the append-only story of an organisation. Only its status ever changes.</summary>
public sealed class StoryEvent
{
    /// <summary>Longest sentence kept.</summary>
    public const int MaxSentence = 1000;

    /// <summary>Its id; ids grow with time.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose story.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public string Type { get; init; } = "";

    /// <summary>How much attention it asks for.</summary>
    public EventSeverity Severity { get; init; }

    /// <summary>What happened, for people; no secrets and no found values.</summary>
    public string Sentence { get; init; } = "";

    /// <summary>The endpoint it is about, if any.</summary>
    public Guid? EndpointId { get; init; }

    /// <summary>The scan, finding or other thing it is about, if any.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The page about it, relative, if any.</summary>
    public string? Link { get; init; }

    /// <summary>Who caused it; null for the product itself.</summary>
    public string? ActorName { get; init; }

    /// <summary>Where its handling stands.</summary>
    public EventStatus Status { get; set; }

    /// <summary>Who set the status.</summary>
    public string? StatusBy { get; set; }

    /// <summary>When the status was set.</summary>
    public DateTime? StatusAtUtc { get; set; }
}
