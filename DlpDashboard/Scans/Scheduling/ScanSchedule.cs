using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>A scan that is asked for again and again. This row is the truth; Quartz's trigger follows it (<see cref="ScheduleTriggers"/>).</summary>
public sealed class ScanSchedule
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 100;

    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>What is scanned.</summary>
    public Guid EndpointId { get; set; }

    /// <summary>As people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>What each scan shall do.</summary>
    public ScanPlan Plan { get; set; } = ScanPlan.Everything;

    /// <summary>How soon each scan is taken up.</summary>
    public ScanPriority Priority { get; set; }

    /// <summary>When it is due.</summary>
    public Recurrence Recurrence { get; set; } = new();

    /// <summary>Its time zone in the IANA database.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>What becomes of missed runs.</summary>
    public MisfireRule Misfire { get; set; }

    /// <summary>Whether it runs.</summary>
    public bool IsEnabled { get; set; }

    /// <summary>The account on whose behalf it runs: who made or last changed it.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>That person's name, as it was then.</summary>
    public string OwnerName { get; set; } = "";

    /// <summary>When it was made.</summary>
    public DateTime CreatedUtc { get; init; }

    /// <summary>When it is due next; null while disabled or where there is no next time.</summary>
    public DateTime? NextUtc { get; set; }

    /// <summary>When it last came up.</summary>
    public DateTime? LastUtc { get; set; }

    /// <summary>What came of that.</summary>
    public FiringOutcome? LastOutcome { get; set; }

    /// <summary>Grows with each change by a person; the concurrency token and the ETag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Its next time after a moment, whether it is enabled or not; null where there is none.</summary>
    internal DateTime? DueAfter(DateTime utc) => RecurrenceClock.Of(Recurrence, TimeZone)?.Next(utc);
}

/// <summary>What came of one due time.</summary>
public enum FiringOutcome
{
    /// <summary>A scan was put in line.</summary>
    Started,

    /// <summary>None was: the reason says why.</summary>
    Skipped,

    /// <summary>The app was not there at that time, and the schedule's rule is to leave it out.</summary>
    Missed,
}

/// <summary>One due time of a schedule, as its history keeps it.</summary>
public sealed class ScheduleFiring
{
    /// <summary>Longest <see cref="Reason"/>.</summary>
    public const int ReasonLength = 400;

    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which schedule.</summary>
    public Guid ScheduleId { get; init; }

    /// <summary>When it was due; by hand, when that was asked for.</summary>
    public DateTime DueUtc { get; init; }

    /// <summary>When it came up.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>Who asked for it by hand; null where it was due.</summary>
    public string? AskedBy { get; init; }

    /// <summary>What came of it.</summary>
    public FiringOutcome Outcome { get; init; }

    /// <summary>Why no scan was put in line.</summary>
    public string? Reason { get; init; }

    /// <summary>The scan.</summary>
    public Guid? ScanId { get; init; }
}
