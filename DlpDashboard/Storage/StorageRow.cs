using DlpDashboard.Storage.Keeping;

namespace DlpDashboard.Storage;

/// <summary>A bucket as lists show it. Null is not known, and never none.</summary>
/// <param name="BucketId">Its id.</param>
/// <param name="EndpointId">Of which endpoint.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="Bucket">Its name.</param>
/// <param name="Region">Where it lies.</param>
/// <param name="Objects">Live objects.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="GrowthBytes">Bytes more than <paramref name="GrowthDays"/> days ago.</param>
/// <param name="GrowthDays">Days between the two sizes: 30, or fewer while it is not measured for so long.</param>
/// <param name="MonthlyCost">Estimated cost of a month.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="IncompleteUploads">Uploads that were never completed.</param>
/// <param name="IncompleteUploadBytes">What was sent of them.</param>
/// <param name="OldestUploadUtc">When the oldest began.</param>
/// <param name="FormerVersions">Versions that are not the current one.</param>
/// <param name="FormerVersionBytes">Their bytes.</param>
/// <param name="MeasuredUtc">When it was listed to its end last.</param>
/// <param name="Failure">Why the last measure could not list it.</param>
public sealed record StorageRow(
    Guid BucketId,
    Guid EndpointId,
    string Provider,
    string Bucket,
    string? Region,
    long? Objects,
    long? Bytes,
    long? GrowthBytes,
    int GrowthDays,
    decimal? MonthlyCost,
    string? Currency,
    long? IncompleteUploads,
    long? IncompleteUploadBytes,
    DateTime? OldestUploadUtc,
    long? FormerVersions,
    long? FormerVersionBytes,
    DateTime? MeasuredUtc,
    string? Failure)
{
    /// <summary>Bytes of an object on average.</summary>
    public long? AverageBytes => Objects is > 0 and { } objects ? Bytes / objects : null;

    /// <summary>A row of a kept bucket.</summary>
    internal static StorageRow Of(StorageBucket b) => new(
        b.Id, b.EndpointId, b.Provider, b.Name, b.Region, Known(b.Objects), Known(b.Bytes), Known(b.GrowthBytes), b.GrowthDays,
        Known(b.CostMicros) is { } cost ? (decimal)cost / StorageBucket.Micros : null, b.Currency,
        b.Uploads, b.UploadBytes, b.OldestUploadUtc, b.FormerVersions, b.FormerBytes, b.MeasuredUtc, b.Failure);

    private static long? Known(long value) => value == StorageBucket.Unknown ? null : value;
}
