using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Risk;

/// <summary>Risks and private data as files.</summary>
internal static class RiskCsv
{
    public static IReadOnlyList<CsvColumn<RiskRow>> Risks { get; } =
    [
        new("bucketId", row => row.BucketId.ToString()),
        new("endpointId", row => row.EndpointId.ToString()),
        new("endpoint", row => row.Endpoint),
        new("provider", row => row.Provider),
        new("bucket", row => row.Bucket),
        new("region", row => row.Region),
        new("risk", row => Number(row.Risk)),
        new("riskBand", row => Name(row.RiskBand)),
        new("exposure", row => Name(row.Exposure)),
        new("anonymousAccess", row => string.Join(' ', row.AnonymousAccess)),
        new("accepted", row => row.IsAccepted ? "true" : "false"),
        new("sensitivity", row => Number(row.Sensitivity)),
        new("sensitivityBand", row => Name(row.SensitivityBand)),
        new("dataTypes", row => string.Join(' ', row.DataTypes.Select(type => type.Detector))),
        new("values", row => Number(row.Values)),
        new("findings", row => Number(row.Findings)),
        new("coverage", row => Share(row.Coverage)),
        new("objects", row => Number(row.Objects)),
        new("objectsRead", row => Number(row.ObjectsRead)),
        new("scannedUtc", row => Time(row.ScannedUtc)),
        new("sinceUtc", row => Time(row.SinceUtc)),
        new("sentence", row => row.Sentence),
    ];

    public static IReadOnlyList<CsvColumn<PrivateDataRow>> PrivateData { get; } =
    [
        new("endpointId", row => row.EndpointId.ToString()),
        new("endpoint", row => row.Name),
        new("provider", row => row.Provider),
        new("hasPrivateData", row => row.HasPrivateData ? "true" : "false"),
        new("state", row => Name(row.State)),
        new("dataTypes", row => string.Join(' ', row.DataTypes.Select(type => type.Detector))),
        new("findings", row => Number(row.Findings)),
        new("values", row => Number(row.Values)),
        new("buckets", row => Number(row.Buckets)),
        new("bucketsWithPrivateData", row => Number(row.BucketsWithPrivateData)),
        new("bucketsExposed", row => Number(row.BucketsExposed)),
        new("coverage", row => Share(row.Coverage.Share)),
        new("objects", row => Number(row.Coverage.Objects)),
        new("objectsRead", row => Number(row.Coverage.ObjectsRead)),
        new("scannedUtc", row => Time(row.Coverage.ScannedUtc)),
        new("highestRisk", row => row.HighestRisk is { } risk ? Number(risk) : ""),
    ];

    private static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double? share) => share is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "unknown";

    private static string? Time(DateTime? value) => value?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
