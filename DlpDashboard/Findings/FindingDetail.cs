namespace DlpDashboard.Findings;

/// <summary>A finding with all that is kept of it.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="LastScanId">Which scan saw it last.</param>
/// <param name="Samples">Masked samples.</param>
/// <param name="History">The newest hundred steps of its triage, newest first.</param>
/// <param name="SamplesRemovedUtc">When the retention removed the samples; null where it did not.</param>
public sealed record FindingDetail(FindingRow Row, Guid LastScanId, IReadOnlyList<FindingSample> Samples, IReadOnlyList<FindingStep> History, DateTime? SamplesRemovedUtc = null);

/// <summary>A step of triage as people see it.</summary>
/// <param name="AtUtc">When.</param>
/// <param name="By">Who; null for a scan.</param>
/// <param name="From">From which status.</param>
/// <param name="To">To which.</param>
/// <param name="Reason">Why.</param>
public sealed record FindingStep(DateTime AtUtc, string? By, FindingStatus From, FindingStatus To, string? Reason);
