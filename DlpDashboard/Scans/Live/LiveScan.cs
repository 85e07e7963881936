namespace DlpDashboard.Scans.Live;

/// <summary>A scan as the hub tells it.</summary>
/// <param name="ScanId">Which.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="State">Where it stands.</param>
/// <param name="HasEnded">Whether this is its last word, for now or for good.</param>
/// <param name="ObjectsDone">Objects that ended in a state.</param>
/// <param name="ObjectsListed">Objects listed so far.</param>
/// <param name="IsListed">Whether the listing came to its end.</param>
/// <param name="BytesDone">Bytes of the objects done.</param>
/// <param name="BytesListed">Bytes listed.</param>
/// <param name="BytesPerSecond">How fast; 0 where it does not run on this node.</param>
/// <param name="Findings">Pairs of object and detector seen.</param>
/// <param name="Detections">Values seen.</param>
/// <param name="SecondsLeft">Null while nobody can know.</param>
internal sealed record LiveScan(
    Guid ScanId, Guid EndpointId, ScanState State, bool HasEnded, long ObjectsDone, long ObjectsListed, bool IsListed, long BytesDone, long BytesListed, double BytesPerSecond,
    long Findings, long Detections, double? SecondsLeft)
{
    /// <summary>From a step of the feed.</summary>
    public static LiveScan Of(ScanProgress step) => new(
        step.ScanId, step.EndpointId, step.State, step.HasEnded, step.Counts.Total(), step.ObjectsListed, step.IsListed, step.BytesDone, step.BytesListed, step.BytesPerSecond,
        step.Findings, step.Detections, step.TimeLeft?.TotalSeconds);

    /// <summary>From the database: a scan of another node, or one that has ended.</summary>
    public static LiveScan Of(ScanRow row) => new(
        row.Id, row.EndpointId, row.State, row.State.HasEnded(), row.Counts.Total(), row.ObjectsListed, row.IsListed, row.BytesDone, row.BytesListed, 0, row.Findings, row.Detections, null);
}
