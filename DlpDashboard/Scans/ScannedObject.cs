namespace DlpDashboard.Scans;

/// <summary>What the last scan that met it says of one object. One row an object; the next scan writes over it.</summary>
public sealed class ScannedObject
{
    /// <summary>Longest <see cref="Reason"/>.</summary>
    public const int ReasonLength = 400;

    /// <summary>Longest <see cref="Version"/>.</summary>
    public const int VersionLength = 256;

    /// <summary>Follows from endpoint, bucket and key (<see cref="Kernel.StableId.OfObject"/>).</summary>
    public Guid Id { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Where it lies.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>Its bucket, as text that can be stored (<see cref="Kernel.StorableText"/>).</summary>
    public string Bucket { get; init; } = "";

    /// <summary>Its key, as text that can be stored (<see cref="Kernel.StorableText"/>).</summary>
    public string Key { get; init; } = "";

    /// <summary>Bytes as listed.</summary>
    public long Size { get; init; }

    /// <summary>The provider's version or ETag as listed.</summary>
    public string Version { get; init; } = "";

    /// <summary>Last change as listed.</summary>
    public DateTime ModifiedUtc { get; init; }

    /// <summary>How its reading ended.</summary>
    public ObjectState State { get; init; }

    /// <summary>Why, unless <see cref="ObjectState.Scanned"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Detectors that saw something in it.</summary>
    public int Findings { get; init; }

    /// <summary>Values they saw.</summary>
    public long Detections { get; init; }

    /// <summary>Which detectors, at which version, looked (<see cref="Planning.DetectorSetName"/>).</summary>
    public string DetectorSet { get; init; } = "";

    /// <summary>The scan that met the object last; it read it, or found it unchanged.</summary>
    public Guid LastScanId { get; init; }

    /// <summary>When it was last read.</summary>
    public DateTime LastScannedUtc { get; init; }
}
