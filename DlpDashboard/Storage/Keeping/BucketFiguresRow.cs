namespace DlpDashboard.Storage.Keeping;

/// <summary>How a bucket is made up: one document of <see cref="Measuring.BucketFigures"/>, apart from the row that lists read.</summary>
public sealed class BucketFiguresRow
{
    /// <summary>The bucket, or the endpoint for the sum of its buckets.</summary>
    public Guid BucketId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>The document as JSON.</summary>
    public string Content { get; set; } = "";
}
