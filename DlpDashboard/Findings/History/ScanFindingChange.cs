using DlpDashboard.Detection;

namespace DlpDashboard.Findings.History;

/// <summary>
/// What one scan changed about one finding: before and after, where null means that it was not there. Several changes by one scan are one row: the first
/// "before" and the last "after" stand, so writing a batch again distorts nothing. What a scan saw as it was has no row.
/// </summary>
public sealed class ScanFindingChange
{
    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Which scan changed it.</summary>
    public Guid ScanId { get; init; }

    /// <summary>Which finding.</summary>
    public Guid FindingId { get; init; }

    /// <summary>When the scan changed it last.</summary>
    public DateTime AtUtc { get; init; }

    /// <summary>Whether an earlier scan knew it: without a "before" it came back, and is not new.</summary>
    public bool WasKnown { get; init; }

    /// <summary>How many values before; null where it was gone, resolved or unknown.</summary>
    public long? CountBefore { get; init; }

    /// <summary>How many values after; null where it is gone.</summary>
    public long? CountAfter { get; init; }

    /// <summary>How bad before.</summary>
    public Severity? SeverityBefore { get; init; }

    /// <summary>How bad after.</summary>
    public Severity? SeverityAfter { get; init; }

    /// <summary>How sure before.</summary>
    public Likelihood? LikelihoodBefore { get; init; }

    /// <summary>How sure after.</summary>
    public Likelihood? LikelihoodAfter { get; init; }

    /// <summary>The row of a change.</summary>
    internal static ScanFindingChange Of(FindingBatch batch, Finding row, bool wasKnown, FindingMeasure? before, FindingMeasure? after) => new()
    {
        OrganisationId = batch.OrganisationId,
        EndpointId = batch.EndpointId,
        ScanId = batch.ScanId,
        FindingId = row.Id,
        AtUtc = batch.AtUtc,
        WasKnown = wasKnown,
        CountBefore = before?.Count,
        CountAfter = after?.Count,
        SeverityBefore = before?.Severity,
        SeverityAfter = after?.Severity,
        LikelihoodBefore = before?.Likelihood,
        LikelihoodAfter = after?.Likelihood,
    };
}
