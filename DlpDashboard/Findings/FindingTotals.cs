using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>The numbers of findings of an organisation, from the roll-up.</summary>
/// <param name="Cells">One a combination.</param>
public sealed record FindingTotals(IReadOnlyList<FindingTotalRow> Cells)
{
    /// <summary>Open and acknowledged ones: what is still to be done.</summary>
    public IEnumerable<FindingTotalRow> Unresolved => Cells.Where(c => c.Status is FindingStatus.Open or FindingStatus.Acknowledged);

    /// <summary>How many findings are still to be done.</summary>
    public long UnresolvedCount => Unresolved.Sum(c => c.Findings);

    /// <summary>How many of a severity are still to be done.</summary>
    public long UnresolvedOf(Severity severity) => Unresolved.Where(c => c.Severity == severity).Sum(c => c.Findings);
}

/// <summary>A cell of the roll-up.</summary>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="DetectorId">Of which detector.</param>
/// <param name="Severity">Of which severity.</param>
/// <param name="Status">In which status.</param>
/// <param name="Findings">How many findings.</param>
/// <param name="Values">How many values in them.</param>
public sealed record FindingTotalRow(Guid EndpointId, string DetectorId, Severity Severity, FindingStatus Status, long Findings, long Values);
