namespace DlpDashboard.Audit;

/// <summary>Who did what to what, when. Written once, in the transaction of the deed; never changed.</summary>
public sealed class AuditEntry
{
    /// <summary>Its id; grows with time.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose trail.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>When.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>The account that did it.</summary>
    public Guid ActorId { get; init; }

    /// <summary>Its name at that time; at most 100 characters.</summary>
    public string ActorName { get; init; } = "";

    /// <summary>One of <see cref="AuditActions"/>.</summary>
    public string Action { get; init; } = "";

    /// <summary>What sort of thing it was done to: <c>endpoint</c>, <c>scan</c>; at most 40 characters.</summary>
    public string SubjectKind { get; init; } = "";

    /// <summary>The thing's id.</summary>
    public string SubjectId { get; init; } = "";

    /// <summary>The thing's name at that time; at most 200 characters, longer ones are cut.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>More as a JSON object of strings, without secrets and found values; null where there is no more.</summary>
    public string? Details { get; init; }
}
