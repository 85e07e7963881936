using System.Globalization;
using System.Text.Json;
using DlpDashboard.Kernel;
using DlpDashboard.Web;

namespace DlpDashboard.Scans;

/// <summary>Scans and their objects as files.</summary>
internal static class ScanCsv
{
    private const int PageLength = 200;

    public static IReadOnlyList<CsvColumn<ScanRow>> Scans { get; } =
    [
        new("id", row => row.Id.ToString()),
        new("endpointId", row => row.EndpointId.ToString()),
        new("endpoint", row => row.EndpointName),
        new("state", row => Name(row.State)),
        new("verdict", row => Name(row.Verdict)),
        new("requestedBy", row => row.RequestedByName),
        new("requestedUtc", row => Time(row.RequestedUtc)),
        new("startedUtc", row => Time(row.StartedUtc)),
        new("endedUtc", row => Time(row.EndedUtc)),
        new("objectsListed", row => Number(row.ObjectsListed)),
        .. Enum.GetValues<ObjectState>().Select(state => new CsvColumn<ScanRow>(Name(state), row => Number(row.Counts.Of(state)))),
        new("bytesListed", row => Number(row.BytesListed)),
        new("bytesRead", row => Number(row.BytesRead)),
        new("detections", row => Number(row.Detections)),
        new("findings", row => Number(row.Findings)),
        new("valuesLeftOut", row => Number(row.ValuesLeftOut)),
        new("failure", row => row.FailureSentence),
        new("samplePercent", row => row.Plan.SamplePercent?.ToString("0.######", CultureInfo.InvariantCulture)),
        new("leftOutBySample", row => Number(row.LeftOut.Sample)),
        new("sampleConfidence", row => row.SampleBound?.Confidence.ToString("0.####", CultureInfo.InvariantCulture)),
        new("sampleAtMost", row => row.SampleBound is { } bound ? Number(bound.AtMost) : null),
    ];

    public static IReadOnlyList<CsvColumn<ScannedObjectRow>> Objects { get; } =
    [
        new("id", row => row.Id.ToString()),
        new("bucket", row => row.Bucket),
        new("object", row => row.Key),
        new("bytes", row => Number(row.Size)),
        new("modifiedUtc", row => Time(row.ModifiedUtc)),
        new("state", row => Name(row.State)),
        new("reason", row => row.Reason),
        new("findings", row => Number(row.Findings)),
        new("scannedUtc", row => Time(row.ScannedUtc)),
    ];

    /// <summary>All rows behind a keyset page, page after page.</summary>
    public static IAsyncEnumerable<T> AllAsync<T>(Func<PageCursor?, int, Task<PageOf<T>>> page, CancellationToken cancellationToken) =>
        PageOf.AllAsync(after => page(after, PageLength), cancellationToken);

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Time(DateTime? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
