using DlpDashboard.Providers;

namespace DlpDashboard.Scans.Running;

/// <summary>An object on its way through a scan.</summary>
/// <param name="Id">What it is called in the database.</param>
/// <param name="Number">Its place in the listing of this run, from 0.</param>
/// <param name="Stored">What the listing told of it.</param>
/// <param name="Unchanged">What is known of it already, where it need not be read; null otherwise.</param>
internal sealed record ListedObject(Guid Id, long Number, StoredObject Stored, KnownObject? Unchanged = null);

/// <summary>An object that ended in a state.</summary>
/// <param name="Listed">Which.</param>
/// <param name="Result">How it ended.</param>
internal sealed record ReadObject(ListedObject Listed, ObjectScanResult Result)
{
    /// <summary>An object that is as its row says.</summary>
    public static ReadObject Unread(ListedObject listed, KnownObject known) => new(listed, new ObjectScanResult(known.State, null, 0, []));

    /// <summary>Whether it was not read, as it had not changed.</summary>
    public bool IsUnchanged => Listed.Unchanged is not null;

    /// <summary>Detectors that saw something in it.</summary>
    public int Findings => Listed.Unchanged?.Findings ?? Result.Findings.Count;

    /// <summary>Values they saw.</summary>
    public long Detections => Listed.Unchanged?.Detections ?? Result.Findings.Sum(finding => finding.Count);
}
