namespace DlpDashboard.Scans;

/// <summary>What one committed batch adds to a scan.</summary>
/// <param name="Counts">Objects by state.</param>
/// <param name="Unchanged">Of these, not read again.</param>
/// <param name="LeftOut">Objects that the plan left out, from the beginning to the mark.</param>
/// <param name="Bytes">Bytes of these objects as listed.</param>
/// <param name="BytesRead">Bytes really read from the provider.</param>
/// <param name="Detections">Values seen.</param>
/// <param name="Findings">Pairs of object and detector seen.</param>
/// <param name="Mark">The low-water mark after it; null leaves the one before.</param>
/// <param name="ObjectsListed">Objects listed so far, all together.</param>
/// <param name="BytesListed">Their bytes.</param>
/// <param name="IsListed">Whether the listing has come to its end.</param>
/// <param name="UnlistedBuckets">Buckets that could not be listed so far.</param>
/// <param name="ValuesLeftOut">Values that exclusion rules left out.</param>
public sealed record ScanStep(
    ScanCounts Counts,
    long Unchanged,
    ScanLeftOut LeftOut,
    long Bytes,
    long BytesRead,
    long Detections,
    long Findings,
    ScanMark? Mark,
    long ObjectsListed,
    long BytesListed,
    bool IsListed,
    IReadOnlyList<UnlistedBucket> UnlistedBuckets,
    long ValuesLeftOut = 0);
