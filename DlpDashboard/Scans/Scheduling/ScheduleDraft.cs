using DlpDashboard.Kernel;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>A schedule as people hand it in.</summary>
internal sealed record ScheduleDraft
{
    /// <summary>As people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is scanned.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>When it is due.</summary>
    public Recurrence Recurrence { get; init; } = new();

    /// <summary>Its time zone in the IANA database.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>What becomes of missed runs.</summary>
    public MisfireRule Misfire { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>What each scan shall do.</summary>
    public ScanPlan Plan { get; init; } = ScanPlan.Everything;

    /// <summary>How soon each scan is taken up.</summary>
    public ScanPriority Priority { get; init; } = ScanPriority.Normal;

    /// <summary>Every rule it breaks, each with its field; empty where it is well formed.</summary>
    /// <param name="least">The least time between two runs.</param>
    /// <param name="nowUtc">From when on it is looked at.</param>
    public IReadOnlyList<Problem> Problems(TimeSpan least, DateTime nowUtc) =>
    [
        .. Name.Trim().Length is 0 or > ScanSchedule.NameLength
            ? [Problem.Invalid("schedules.name", $"Give the schedule a name of at most {ScanSchedule.NameLength} characters.", "name")]
            : Array.Empty<Problem>(),
        .. RecurrenceCheck.Problems(Recurrence, TimeZone, least, nowUtc),
        .. ScanPlanCheck.Problems(Plan),
    ];
}
