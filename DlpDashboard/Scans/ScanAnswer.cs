using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>A scan as REST tells it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">What is scanned.</param>
/// <param name="EndpointName">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Verdict">What it says of the endpoint: clean only where every object was read completely and nothing was found.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="RequestedUtc">When.</param>
/// <param name="StartedUtc">When it was first taken up.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="Detectors">Only these looked; empty means all.</param>
/// <param name="Plan">What it shall do, in the fields by which a scan is started.</param>
/// <param name="Priority">How soon it is taken up.</param>
/// <param name="Objects">How far it came, in objects.</param>
/// <param name="Bytes">How far it came, in bytes.</param>
/// <param name="Detections">Values seen.</param>
/// <param name="Findings">Pairs of object and detector seen.</param>
/// <param name="ValuesLeftOut">Values that the organisation's exclusion rules left out.</param>
/// <param name="UnlistedBuckets">Buckets nothing is known of, and why.</param>
/// <param name="Failure">Why it failed or stopped and what to do.</param>
/// <param name="QueuePosition">Its place among those that wait for the same endpoint, from 1; null where it does not wait.</param>
/// <param name="SampleBound">Of a completed sample in which nothing was found: what it says of the objects left out by it; else null.</param>
internal sealed record ScanAnswer(
    Guid Id,
    Guid EndpointId,
    string EndpointName,
    ScanState State,
    ScanVerdict Verdict,
    string RequestedBy,
    DateTime RequestedUtc,
    DateTime? StartedUtc,
    DateTime? EndedUtc,
    IReadOnlyList<string> Detectors,
    ScanPlanBody Plan,
    ScanPriority Priority,
    ScanAnswerObjects Objects,
    ScanAnswerBytes Bytes,
    long Detections,
    long Findings,
    long ValuesLeftOut,
    IReadOnlyList<UnlistedBucket> UnlistedBuckets,
    string? Failure,
    int? QueuePosition,
    SampleBound? SampleBound)
{
    /// <summary>The answer about a row.</summary>
    public static ScanAnswer Of(ScanRow row, QueuePlace? place = null) => new(
        row.Id,
        row.EndpointId,
        row.EndpointName,
        row.State,
        row.Verdict,
        row.RequestedByName,
        row.RequestedUtc,
        row.StartedUtc,
        row.EndedUtc,
        row.Plan.Detectors,
        ScanPlanBody.Of(row.Plan),
        row.Priority,
        new ScanAnswerObjects(row.ObjectsListed, row.IsListed, row.Counts.Total(), row.Counts, row.Unchanged, row.LeftOut, row.Vanished),
        new ScanAnswerBytes(row.BytesListed, row.BytesDone, row.BytesRead),
        row.Detections,
        row.Findings,
        row.ValuesLeftOut,
        row.UnlistedBuckets,
        row.FailureSentence,
        place?.Position,
        row.SampleBound);
}

/// <summary>Objects of a scan.</summary>
/// <param name="Listed">Listed so far.</param>
/// <param name="IsListed">Whether the listing came to its end.</param>
/// <param name="Done">Ended in a state.</param>
/// <param name="ByState">By how they ended.</param>
/// <param name="Unchanged">Of those done, not read again as they had not changed.</param>
/// <param name="LeftOut">What the plan left out, by rule.</param>
/// <param name="Vanished">Of earlier scans, no longer there.</param>
internal sealed record ScanAnswerObjects(long Listed, bool IsListed, long Done, ScanCounts ByState, long Unchanged, ScanLeftOut LeftOut, long Vanished);

/// <summary>Bytes of a scan.</summary>
/// <param name="Listed">Of the listed objects.</param>
/// <param name="Done">Of those that ended in a state.</param>
/// <param name="Read">Really read from the provider.</param>
internal sealed record ScanAnswerBytes(long Listed, long Done, long Read);
