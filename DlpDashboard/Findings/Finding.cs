using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>What one detector saw in one object: one row, however many values. A re-scan updates it.</summary>
public sealed class Finding
{
    /// <summary>At most this many samples are kept.</summary>
    public const int MaxSamples = 10;

    /// <summary>Longest bucket name kept.</summary>
    public const int MaxBucket = 255;

    /// <summary>Longest key kept: twice what clouds allow; folders may be deeper.</summary>
    public const int MaxKey = 2_048;

    /// <summary><see cref="Kernel.StableId.OfFinding"/>.</summary>
    public Guid Id { get; set; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; set; }

    /// <summary>Where it was connected.</summary>
    public Guid EndpointId { get; set; }

    /// <summary><see cref="Kernel.StableId.OfObject"/>.</summary>
    public Guid ObjectId { get; set; }

    /// <summary>The object's bucket.</summary>
    public string Bucket { get; set; } = "";

    /// <summary>The object's key, as text that can be stored.</summary>
    public string ObjectKey { get; set; } = "";

    /// <summary>Which detector: an id of the contract.</summary>
    public string DetectorId { get; set; } = "";

    /// <summary>The detector's category.</summary>
    public string Category { get; set; } = "";

    /// <summary>How bad, by the detector.</summary>
    public Severity Severity { get; set; }

    /// <summary>How sure at best.</summary>
    public Likelihood Likelihood { get; set; }

    /// <summary>How many values at the last scan that saw any.</summary>
    public long Count { get; set; }

    /// <summary>The scan that saw it first.</summary>
    public DateTime FirstSeenUtc { get; set; }

    /// <summary>The scan that saw it last.</summary>
    public DateTime LastSeenUtc { get; set; }

    /// <summary>Which scan saw it last.</summary>
    public Guid LastScanId { get; set; }

    /// <summary>When a scan found it gone; null while it is there.</summary>
    public DateTime? GoneUtc { get; set; }

    /// <summary>Up to <see cref="MaxSamples"/> samples as JSON; read with <see cref="FindingSamples.Read"/>.</summary>
    public string SamplesJson { get; set; } = "[]";

    /// <summary>Tells, without reading them, whether samples are the same (<see cref="FindingSamples.HashOf"/>).</summary>
    public long SamplesHash { get; set; }

    /// <summary>When the retention removed the samples; null while there are any, or a scan has written new ones.</summary>
    public DateTime? SamplesRemovedUtc { get; set; }

    /// <summary>Where its triage stands.</summary>
    public FindingStatus Status { get; set; }

    /// <summary>Who set the status.</summary>
    public string? StatusBy { get; set; }

    /// <summary>When the status was set.</summary>
    public DateTime? StatusAtUtc { get; set; }

    /// <summary>Why.</summary>
    public string? StatusReason { get; set; }

    /// <summary>Grows with every change of status: the ETag.</summary>
    public int Revision { get; set; }
}
