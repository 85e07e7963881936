using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Limits of schedules. Section <c>Schedules</c>.</summary>
public sealed class ScheduleOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Schedules";

    /// <summary>Least time between two runs of one schedule.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LeastInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How late a run may come up and still count as on time.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan OnTime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Most schedules of one organisation.</summary>
    [Range(1, 100_000)]
    public int MaxPerOrganisation { get; set; } = 1000;
}
