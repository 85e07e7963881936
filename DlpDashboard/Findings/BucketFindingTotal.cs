using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>The roll-up by bucket, kept in the same transaction as the findings it counts: what a bucket holds, without reading a single finding.</summary>
public sealed class BucketFindingTotal
{
    /// <summary>The bucket (<see cref="Kernel.StableId.OfBucket"/>).</summary>
    public Guid BucketId { get; init; }

    /// <summary>Of which detector.</summary>
    public string DetectorId { get; init; } = "";

    /// <summary>Of which severity.</summary>
    public Severity Severity { get; init; }

    /// <summary>How sure at best.</summary>
    public Likelihood Likelihood { get; init; }

    /// <summary>In which status.</summary>
    public FindingStatus Status { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The bucket's name.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The detector's category.</summary>
    public string Category { get; init; } = "";

    /// <summary>How many findings, so in how many objects.</summary>
    public long Findings { get; init; }

    /// <summary>How many values in them.</summary>
    public long Values { get; init; }
}
