using DlpDashboard.Findings;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.Running;

/// <summary>Objects that are written together.</summary>
/// <param name="run">Whose.</param>
/// <param name="objects">At least one, none twice.</param>
/// <param name="atUtc">The time they are written at.</param>
internal sealed class ScanBatch(ScanRun run, IReadOnlyList<ReadObject> objects, DateTime atUtc)
{
    /// <summary>Their numbers in the listing.</summary>
    public IEnumerable<long> Numbers => objects.Select(read => read.Listed.Number);

    /// <summary>When.</summary>
    public DateTime AtUtc => atUtc;

    /// <summary>The rows of those that were read.</summary>
    public List<ScannedObject> Rows() => objects.Where(read => !read.IsUnchanged).Select(RowOf).ToList();

    /// <summary>The ids of those that had not changed: their rows stay but for the scan that met them.</summary>
    public List<Guid> Unchanged() => objects.Where(read => read.IsUnchanged).Select(read => read.Listed.Id).ToList();

    /// <summary>What was seen in those that were read. Where only some detectors looked, the others' findings cannot be gone.</summary>
    public FindingBatch Findings()
    {
        var looksForAll = run.Scan.Plan.Detectors.Count == 0;
        var seen = objects.Where(read => !read.IsUnchanged).Select(read => new SeenObject(
            read.Listed.Id,
            read.Listed.Stored.Bucket,
            read.Listed.Stored.Key,
            looksForAll && read.Result.State == ObjectState.Scanned,
            read.Result.Findings));
        return new FindingBatch(run.Scan.OrganisationId, run.Scan.EndpointId, run.Scan.Id, atUtc, seen.ToList());
    }

    /// <summary>What they add to the scan.</summary>
    /// <param name="mark">The mark once they are written, and what was left out before it.</param>
    public ScanStep Step((ScanMark? Mark, ScanLeftOut LeftOut) mark)
    {
        Span<long> states = stackalloc long[Enum.GetValues<ObjectState>().Length];
        long bytes = 0, bytesRead = 0, detections = 0, findings = 0, unchanged = 0, valuesLeftOut = 0;
        foreach (var read in objects)
        {
            states[(int)read.Result.State]++;
            bytes += read.Listed.Stored.Size;
            bytesRead += read.Result.BytesRead;
            findings += read.Findings;
            detections += read.Detections;
            unchanged += read.IsUnchanged ? 1 : 0;
            valuesLeftOut += read.Result.ValuesLeftOut;
        }

        var tally = run.Tally;
        return new ScanStep(
            ScanCounts.From(states), unchanged, mark.LeftOut, bytes, bytesRead, detections, findings, mark.Mark, tally.ObjectsListed, tally.BytesListed, tally.IsListed, tally.UnlistedBuckets, valuesLeftOut);
    }

    private ScannedObject RowOf(ReadObject read) => new()
    {
        Id = read.Listed.Id,
        OrganisationId = run.Scan.OrganisationId,
        EndpointId = run.Scan.EndpointId,
        Bucket = StorableText.Of(read.Listed.Stored.Bucket, Finding.MaxBucket),
        Key = StorableText.Of(read.Listed.Stored.Key, Finding.MaxKey),
        Size = read.Listed.Stored.Size,
        Version = StorableText.Of(read.Listed.Stored.Version, ScannedObject.VersionLength),
        ModifiedUtc = read.Listed.Stored.ModifiedUtc,
        State = read.Result.State,
        Reason = read.Result.Reason is { } reason ? StorableText.Of(reason, ScannedObject.ReasonLength) : null,
        Findings = read.Result.Findings.Count,
        Detections = read.Detections,
        DetectorSet = run.DetectorSet,
        LastScanId = run.Scan.Id,
        LastScannedUtc = atUtc,
    };
}
