using DlpDashboard.Findings;

namespace DlpDashboard.Scans;

/// <summary>What reading one object came to. Findings count in every state: what was seen before reading broke is true.</summary>
/// <param name="State">How its reading ended.</param>
/// <param name="Reason">A sentence for people; null only where all was scanned.</param>
/// <param name="BytesRead">Bytes taken from the store.</param>
/// <param name="Findings">One a detector, in order of detector id.</param>
internal sealed record ObjectScanResult(ObjectState State, string? Reason, long BytesRead, IReadOnlyList<SeenFinding> Findings)
{
    /// <summary>Values that the organisation's exclusion rules left out.</summary>
    public long ValuesLeftOut { get; init; }

    /// <summary>Where the samples of each finding stand, in the same order; empty unless asked for.</summary>
    public IReadOnlyList<IReadOnlyList<TextSpan>> Spans { get; init; } = [];
}
