namespace DlpDashboard.Scans.Scheduling;

/// <summary>How a schedule repeats.</summary>
public enum RecurrenceKind
{
    /// <summary>Every so many hours, at a minute.</summary>
    Hourly,

    /// <summary>Every day at a time.</summary>
    Daily,

    /// <summary>On some days of the week at a time.</summary>
    Weekly,

    /// <summary>On one day of the month at a time.</summary>
    Monthly,

    /// <summary>As a cron expression says.</summary>
    Cron,
}
