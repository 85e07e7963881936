namespace DlpDashboard.Extraction;

/// <summary>What became of one content: the object itself or an entry of an archive in it.</summary>
/// <param name="State">How far it was read.</param>
/// <param name="Reason">A sentence for people; null only when everything was scanned.</param>
/// <param name="Kind">The format found by content.</param>
internal readonly record struct ContentOutcome(ExtractionState State, string? Reason, string Kind)
{
    /// <summary>All of it was read.</summary>
    public static ContentOutcome Scanned(string kind) => new(ExtractionState.Scanned, null, kind);
}
