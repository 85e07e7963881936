namespace DlpDashboard.Events;

/// <summary>Where the handling of an event stands.</summary>
public enum EventStatus
{
    /// <summary>Nobody looked at it yet.</summary>
    Open,

    /// <summary>Somebody is on it.</summary>
    Acknowledged,

    /// <summary>Done with.</summary>
    Resolved,
}
