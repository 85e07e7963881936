using DlpDashboard.Detection;

namespace DlpDashboard.Findings.History;

/// <summary>What the history compares of a finding: how much, how bad, how sure.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Likelihood">How sure at best.</param>
public readonly record struct FindingMeasure(long Count, Severity Severity, Likelihood Likelihood)
{
    /// <summary>As the row says it now.</summary>
    internal static FindingMeasure Of(Finding row) => new(row.Count, row.Severity, row.Likelihood);

    /// <summary>As it stood before a scan that saw it: null where it was gone, or resolved, so that it comes back.</summary>
    internal static FindingMeasure? Standing(Finding row) => row.GoneUtc is null && row.Status != FindingStatus.Resolved ? Of(row) : null;
}
