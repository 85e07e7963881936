using DlpDashboard.Scans.Planning;

namespace DlpDashboard.Scans;

/// <summary>A scan as lists, pages and REST show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndpointId">What is scanned.</param>
/// <param name="EndpointName">Its name; empty where the endpoint is gone.</param>
/// <param name="Provider">Its provider's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Verdict">What it says of the endpoint in one word.</param>
/// <param name="RequestedByName">Who asked for it.</param>
/// <param name="RequestedUtc">When.</param>
/// <param name="StartedUtc">When it was first taken up.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="Plan">What it shall do.</param>
/// <param name="Priority">How soon it is taken up.</param>
/// <param name="Counts">Objects by state.</param>
/// <param name="Unchanged">Of these, not read again as they had not changed.</param>
/// <param name="LeftOut">Objects that the plan left out.</param>
/// <param name="ObjectsListed">Objects listed, without those left out.</param>
/// <param name="BytesListed">Their bytes.</param>
/// <param name="IsListed">Whether the listing came to its end.</param>
/// <param name="BytesDone">Bytes, as listed, of the objects that ended in a state.</param>
/// <param name="BytesRead">Bytes really read.</param>
/// <param name="Detections">Values seen.</param>
/// <param name="Findings">Pairs of object and detector seen.</param>
/// <param name="Vanished">Objects of earlier scans that are no longer there.</param>
/// <param name="UnlistedBuckets">Buckets nothing is known of.</param>
/// <param name="FailureSentence">Why it failed or stopped and what to do.</param>
/// <param name="IsCancelling">Whether a person asked to stop or pause it and it is about to.</param>
/// <param name="Attempts">How often it was taken up.</param>
/// <param name="ValuesLeftOut">Values that the organisation's exclusion rules left out.</param>
public sealed record ScanRow(
    Guid Id,
    Guid EndpointId,
    string EndpointName,
    string Provider,
    ScanState State,
    ScanVerdict Verdict,
    string RequestedByName,
    DateTime RequestedUtc,
    DateTime? StartedUtc,
    DateTime? EndedUtc,
    ScanPlan Plan,
    ScanPriority Priority,
    ScanCounts Counts,
    long Unchanged,
    ScanLeftOut LeftOut,
    long ObjectsListed,
    long BytesListed,
    bool IsListed,
    long BytesDone,
    long BytesRead,
    long Detections,
    long Findings,
    long Vanished,
    IReadOnlyList<UnlistedBucket> UnlistedBuckets,
    string? FailureSentence,
    bool IsCancelling,
    int Attempts,
    long ValuesLeftOut = 0)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsActive => State is ScanState.Queued or ScanState.Running;

    /// <summary>Whether it can go on from its checkpoint.</summary>
    public bool CanResume => State.CanResume();

    /// <summary>
    /// What a completed scan of a sample in which nothing was found says of the objects that the sample left out; null of all other scans. Drawn from what could be
    /// read: objects of the sample that could not be read completely are no part of it, so of objects like them it says nothing. Where a scan reads the first bytes only, it is of these.
    /// </summary>
    public SampleBound? SampleBound => State == ScanState.Completed && IsListed && Findings == 0 && Plan.SamplePercent is > 0 and < 100 && LeftOut.Sample > 0
        ? SampleBound.OfClean(Looked + LeftOut.Sample, Looked)
        : null;

    private long Looked => Counts.Scanned + (Plan.BytesPerObject is null ? 0 : Counts.Partial);

    /// <summary>The share of listed objects that were read completely, from 0 to 1; null before anything was listed.</summary>
    public double? Coverage => ObjectsListed == 0 ? null : (double)Counts.Scanned / ObjectsListed;
}
