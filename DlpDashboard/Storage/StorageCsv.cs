using System.Globalization;
using DlpDashboard.Storage.Overall;
using DlpDashboard.Web;

namespace DlpDashboard.Storage;

/// <summary>Sizes as files. Empty cells are not known.</summary>
internal static class StorageCsv
{
    /// <summary>Buckets.</summary>
    public static IReadOnlyList<CsvColumn<StorageRow>> Buckets { get; } =
    [
        new("bucketId", row => row.BucketId.ToString()),
        new("endpointId", row => row.EndpointId.ToString()),
        new("provider", row => row.Provider),
        new("bucket", row => row.Bucket),
        new("region", row => row.Region),
        new("objects", row => Number(row.Objects)),
        new("bytes", row => Number(row.Bytes)),
        new("averageBytes", row => Number(row.AverageBytes)),
        new("growthBytes", row => Number(row.GrowthBytes)),
        new("growthDays", row => row.GrowthBytes is null ? "" : Number(row.GrowthDays)),
        new("monthlyCost", row => row.MonthlyCost?.ToString("0.00####", CultureInfo.InvariantCulture)),
        new("currency", row => row.Currency),
        new("incompleteUploads", row => Number(row.IncompleteUploads)),
        new("incompleteUploadBytes", row => Number(row.IncompleteUploadBytes)),
        new("oldestUploadUtc", row => Time(row.OldestUploadUtc)),
        new("formerVersions", row => Number(row.FormerVersions)),
        new("formerVersionBytes", row => Number(row.FormerVersionBytes)),
        new("measuredUtc", row => Time(row.MeasuredUtc)),
        new("failure", row => row.Failure),
    ];

    /// <summary>Providers.</summary>
    public static IReadOnlyList<CsvColumn<ProviderSummary>> Providers { get; } =
    [
        new("provider", row => row.Provider),
        new("name", row => row.Name),
        new("endpoints", row => Number(row.Endpoints)),
        new("endpointsMeasured", row => Number(row.EndpointsMeasured)),
        new("buckets", row => Number(row.Buckets)),
        new("objects", row => Number(row.Objects)),
        new("bytes", row => Number(row.Bytes)),
        new("monthlyCost", row => row.MonthlyCost?.ToString("0.00####", CultureInfo.InvariantCulture)),
        new("currency", row => row.Currency),
        new("regions", row => string.Join(' ', row.Regions)),
        new("objectsListed", row => Number(row.ObjectsListed)),
        new("objectsRead", row => Number(row.ObjectsRead)),
        new("endpointsScanned", row => Number(row.EndpointsScanned)),
        new("checksPassed", row => Number(row.ChecksPassed)),
        new("checksFailed", row => Number(row.ChecksFailed)),
        new("measuredUtc", row => Time(row.MeasuredUtc)),
    ];

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Time(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
