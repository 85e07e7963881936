namespace DlpDashboard.Extraction.Compound;

/// <summary>Sectors of a chain that stand side by side.</summary>
/// <param name="Start">The first sector's number in the file.</param>
/// <param name="Count">How many.</param>
/// <param name="Before">Sectors of the chain before them.</param>
internal readonly record struct SectorRun(uint Start, uint Count, long Before);
