using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>A schedule as lists, pages and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="EndpointId">What is scanned.</param>
/// <param name="EndpointName">Its name; empty where the endpoint is gone.</param>
/// <param name="Recurrence">When it is due.</param>
/// <param name="Summary">The same in words, with the zone.</param>
/// <param name="TimeZone">Its zone.</param>
/// <param name="Misfire">What becomes of missed runs.</param>
/// <param name="IsEnabled">Whether it runs.</param>
/// <param name="Plan">What each scan shall do.</param>
/// <param name="Priority">How soon each scan is taken up.</param>
/// <param name="OwnerName">For whom it runs.</param>
/// <param name="CreatedUtc">When it was made.</param>
/// <param name="NextUtc">When it is due next.</param>
/// <param name="LastUtc">When it last came up.</param>
/// <param name="LastOutcome">What came of that.</param>
/// <param name="Version">The ETag.</param>
internal sealed record ScheduleRow(
    Guid Id,
    string Name,
    Guid EndpointId,
    string EndpointName,
    Recurrence Recurrence,
    string Summary,
    string TimeZone,
    MisfireRule Misfire,
    bool IsEnabled,
    ScanPlan Plan,
    ScanPriority Priority,
    string OwnerName,
    DateTime CreatedUtc,
    DateTime? NextUtc,
    DateTime? LastUtc,
    FiringOutcome? LastOutcome,
    int Version);

/// <summary>One due time as lists and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DueUtc">When it was due.</param>
/// <param name="AtUtc">When it came up.</param>
/// <param name="AskedBy">Who asked for it by hand.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why no scan was put in line.</param>
/// <param name="ScanId">The scan.</param>
internal sealed record FiringRow(Guid Id, DateTime DueUtc, DateTime AtUtc, string? AskedBy, FiringOutcome Outcome, string? Reason, Guid? ScanId);
