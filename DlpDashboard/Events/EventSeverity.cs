namespace DlpDashboard.Events;

/// <summary>How much an event asks for attention.</summary>
public enum EventSeverity
{
    /// <summary>For the record.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Low,

    /// <summary>Look today.</summary>
    Medium,

    /// <summary>Look now.</summary>
    High,

    /// <summary>Act now.</summary>
    Critical,
}
