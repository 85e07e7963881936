namespace DlpDashboard.Detectors.Catalogue;

/// <summary>The packs.</summary>
/// <param name="Items">All of them.</param>
internal sealed record PacksAnswer(IReadOnlyList<PackRow> Items);

/// <summary>The catalogue; it is no longer than some hundred rows and comes whole.</summary>
/// <param name="Items">The detectors that pass the filter.</param>
/// <param name="Next">Always null.</param>
internal sealed record DetectorsAnswer(IReadOnlyList<DetectorRow> Items, string? Next);
