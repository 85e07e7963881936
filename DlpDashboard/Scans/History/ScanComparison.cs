using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.History;

/// <summary>What changed between the end of one scan and the end of a later one of the same endpoint.</summary>
/// <param name="From">The earlier; null where only what the later scan itself changed is told.</param>
/// <param name="To">The later.</param>
/// <param name="Between">How many scans lie between the two.</param>
/// <param name="Totals">How many findings changed, and how.</param>
/// <param name="Same">How many the later scan saw as they were; null where it cannot be known.</param>
/// <param name="Notes">What the comparison cannot know, a sentence each; empty where it is complete.</param>
/// <param name="Changes">One page of the changed findings, the worst first.</param>
public sealed record ScanComparison(
    ScanRow? From, ScanRow To, int Between, ScanChangeTotals Totals, long? Same, IReadOnlyList<string> Notes, PageOf<ScanChangeRow> Changes)
{
    /// <summary>Whether the numbers are all there is to know.</summary>
    public bool IsComplete => Notes.Count == 0;
}
