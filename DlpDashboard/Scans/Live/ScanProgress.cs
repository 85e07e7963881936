using DlpDashboard.Detection;

namespace DlpDashboard.Scans.Live;

/// <summary>A scan at one moment. Replaces the one before; nothing needs to be added up.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="ScanId">Which.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Counts">Objects by state, those not yet committed counted in while it runs.</param>
/// <param name="Unchanged">Of these, not read again.</param>
/// <param name="LeftOut">Objects that the plan left out so far.</param>
/// <param name="ObjectsListed">Objects listed so far, without those left out.</param>
/// <param name="BytesListed">Their bytes.</param>
/// <param name="IsListed">Whether the listing has come to its end.</param>
/// <param name="BytesDone">Bytes of the objects that ended in a state, and of those being read as far as they were.</param>
/// <param name="BytesPerSecond">Smoothed over some seconds; 0 while nothing moves.</param>
/// <param name="Detections">Values seen.</param>
/// <param name="Findings">Pairs of object and detector seen.</param>
/// <param name="TimeLeft">Null while nobody can know: until all is listed and some of it read.</param>
/// <param name="Current">What is being read now, longest first; at most <see cref="CurrentLimit"/>.</param>
/// <param name="LatestFindings">The newest committed changes of findings, newest first; at most <see cref="FindingLimit"/>.</param>
/// <param name="WaitsForDatabase">Whether it waits for a database that does not answer or take what was read; it goes on by itself.</param>
public sealed record ScanProgress(
    Guid OrganisationId,
    Guid ScanId,
    Guid EndpointId,
    ScanState State,
    DateTime AtUtc,
    ScanCounts Counts,
    long Unchanged,
    ScanLeftOut LeftOut,
    long ObjectsListed,
    long BytesListed,
    bool IsListed,
    long BytesDone,
    double BytesPerSecond,
    long Detections,
    long Findings,
    TimeSpan? TimeLeft,
    IReadOnlyList<CurrentObject> Current,
    IReadOnlyList<LiveFinding> LatestFindings,
    bool WaitsForDatabase = false)
{
    /// <summary>Most objects shown as being read.</summary>
    public const int CurrentLimit = 8;

    /// <summary>Most findings carried along.</summary>
    public const int FindingLimit = 50;

    /// <summary>Whether this is the scan's last word, for now or for good.</summary>
    public bool HasEnded => State.HasEnded();

    /// <summary>From 0 to 1; null until all is listed. By bytes, as large objects take longest, and by objects where they are empty.</summary>
    public double? Fraction => !IsListed
        ? null
        : BytesListed > 0 ? Math.Clamp((double)BytesDone / BytesListed, 0, 1) : ObjectsListed == 0 ? 1 : Math.Clamp((double)Counts.Total() / ObjectsListed, 0, 1);
}

/// <summary>An object that is being read.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its key: hostile text.</param>
/// <param name="Size">Bytes as listed.</param>
/// <param name="SinceUtc">Since when.</param>
public sealed record CurrentObject(string Bucket, string Key, long Size, DateTime SinceUtc);

/// <summary>A finding that a committed batch made, reopened or closed.</summary>
/// <param name="Number">Counts up within the scan's run, so that a page can tell new from shown.</param>
/// <param name="FindingId">Its id.</param>
/// <param name="Bucket">Where.</param>
/// <param name="Key">In which object: hostile text.</param>
/// <param name="DetectorId">What saw it.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Count">Values in the object.</param>
/// <param name="Sample">One masked value; null where none was kept.</param>
/// <param name="AtUtc">When it was committed.</param>
public sealed record LiveFinding(
    long Number, Guid FindingId, string Bucket, string Key, string DetectorId, Severity Severity, long Count, string? Sample, DateTime AtUtc);
