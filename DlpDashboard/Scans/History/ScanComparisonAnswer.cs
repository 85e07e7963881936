using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;

namespace DlpDashboard.Scans.History;

/// <summary>A comparison as REST tells it.</summary>
/// <param name="From">The earlier scan.</param>
/// <param name="To">The later one.</param>
/// <param name="EndpointId">Of which endpoint both are.</param>
/// <param name="Between">How many scans lie between the two.</param>
/// <param name="Totals">How many findings changed, and how.</param>
/// <param name="Complete">Whether the numbers are all there is to know.</param>
/// <param name="Notes">What the comparison cannot know, a sentence each.</param>
/// <param name="Items">One page of the changed findings, the worst first.</param>
/// <param name="Next">The cursor of the following page; null at the end.</param>
internal sealed record ScanComparisonAnswer(
    Guid From,
    Guid To,
    Guid EndpointId,
    int Between,
    ScanComparisonTotals Totals,
    bool Complete,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ScanChangeRow> Items,
    PageCursor? Next)
{
    public static ScanComparisonAnswer Of(Guid from, ScanComparison comparison) => new(
        from,
        comparison.To.Id,
        comparison.To.EndpointId,
        comparison.Between,
        new ScanComparisonTotals(comparison.Totals.New, comparison.Totals.CameBack, comparison.Totals.Changed, comparison.Totals.Gone, comparison.Same),
        comparison.IsComplete,
        comparison.Notes,
        comparison.Changes.Items,
        comparison.Changes.Next);
}

/// <summary>The numbers of a comparison.</summary>
/// <param name="New">Never seen before.</param>
/// <param name="CameBack">Seen again after they were gone or resolved.</param>
/// <param name="Changed">Other in number, severity or likelihood.</param>
/// <param name="Gone">No longer there.</param>
/// <param name="Same">Seen as they were; null where it cannot be known.</param>
internal sealed record ScanComparisonTotals(long New, long CameBack, long Changed, long Gone, long? Same);
