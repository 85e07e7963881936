using System.ComponentModel.DataAnnotations;
using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>A schedule as REST takes it.</summary>
internal sealed record ScheduleBody
{
    /// <summary>As people call it.</summary>
    [MaxLength(ScanSchedule.NameLength)]
    public required string Name { get; init; }

    /// <summary>What is scanned.</summary>
    public required Guid EndpointId { get; init; }

    /// <summary>When it is due.</summary>
    public required Recurrence Recurrence { get; init; }

    /// <summary>Its time zone in the IANA database.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>What becomes of missed runs.</summary>
    public MisfireRule Misfire { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What each scan shall do.</summary>
    public ScanPlanBody? Plan { get; init; }

    /// <summary>How soon each scan is taken up.</summary>
    public ScanPriority Priority { get; init; } = ScanPriority.Normal;

    /// <summary>As the service takes it; not yet checked.</summary>
    public ScheduleDraft ToDraft() => new()
    {
        Name = Name,
        EndpointId = EndpointId,
        Recurrence = Recurrence with { Days = Recurrence.Days ?? [] },
        TimeZone = TimeZone,
        Misfire = Misfire,
        IsEnabled = Enabled,
        Plan = Plan?.Plan() ?? ScanPlan.Everything,
        Priority = Priority,
    };
}

/// <summary>A recurrence whose next times are asked for.</summary>
internal sealed record PreviewBody
{
    /// <summary>When it is due.</summary>
    public required Recurrence Recurrence { get; init; }

    /// <summary>Its time zone in the IANA database.</summary>
    public string TimeZone { get; init; } = "UTC";
}

/// <summary>The next times of a recurrence.</summary>
/// <param name="Summary">It in words.</param>
/// <param name="Times">Up to five times, UTC.</param>
internal sealed record PreviewAnswer(string Summary, IReadOnlyList<DateTime> Times);

/// <summary>A schedule as REST tells it.</summary>
internal sealed record ScheduleAnswer(
    Guid Id, string Name, Guid EndpointId, string EndpointName, Recurrence Recurrence, string Summary, string TimeZone, MisfireRule Misfire, bool Enabled, ScanPlanBody Plan,
    ScanPriority Priority, string RunsFor, DateTime CreatedUtc, DateTime? NextUtc, DateTime? LastUtc, FiringOutcome? LastOutcome, int Version)
{
    /// <summary>The answer about a row.</summary>
    public static ScheduleAnswer Of(ScheduleRow row) => new(
        row.Id, row.Name, row.EndpointId, row.EndpointName, row.Recurrence, row.Summary, row.TimeZone, row.Misfire, row.IsEnabled, ScanPlanBody.Of(row.Plan),
        row.Priority, row.OwnerName, row.CreatedUtc, row.NextUtc, row.LastUtc, row.LastOutcome, row.Version);
}
