using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>What may be expected to stand in a schedule's way.</summary>
internal static class ScheduleProblems
{
    public static readonly Problem NotFound =
        Problem.NotFound("schedules.not-found", "There is no such schedule. It may have been deleted; look at the list of schedules.");

    public static readonly Problem ChangedMeanwhile =
        Problem.Conflict("schedules.changed-meanwhile", "Somebody else changed this schedule meanwhile. Load it again, then make your change.");
}
