namespace DlpDashboard.Risk.Joining;

/// <summary>How much of a bucket's objects scans have read: counted when a scan of its endpoint ends.</summary>
public sealed class BucketCoverage
{
    /// <summary>The bucket.</summary>
    public Guid BucketId { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Its name.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>Objects that scans have met.</summary>
    public long Objects { get; init; }

    /// <summary>Of these, read completely.</summary>
    public long Read { get; init; }

    /// <summary>Of these, read in part.</summary>
    public long Partial { get; init; }

    /// <summary>Bytes of the objects met.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether some completed scan has listed the bucket and left nothing out.</summary>
    public bool IsWhole { get; init; }

    /// <summary>When an object was read last.</summary>
    public DateTime? ScannedUtc { get; init; }
}
