namespace DlpDashboard.Storage.Keeping;

/// <summary>How far the listing of a bucket came, to go on from there after a crash.</summary>
public sealed class MeasureCheckpoint
{
    /// <summary>The bucket.</summary>
    public Guid BucketId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>By which measure; those of others are void.</summary>
    public Guid MeasureId { get; set; }

    /// <summary>The last key counted: its UTF-8 bytes as base64, since keys hold what texts of databases cannot.</summary>
    public string After { get; set; } = "";

    /// <summary>The counts so far: <see cref="Measuring.TallyState"/> as JSON.</summary>
    public string State { get; set; } = "";

    /// <summary>Objects counted.</summary>
    public long Objects { get; set; }

    /// <summary>Bytes counted.</summary>
    public long Bytes { get; set; }
}
