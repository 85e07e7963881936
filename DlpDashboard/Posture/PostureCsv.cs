using System.Globalization;
using System.Text.Json;
using DlpDashboard.Web;

namespace DlpDashboard.Posture;

/// <summary>Buckets as a file.</summary>
internal static class PostureCsv
{
    public static IReadOnlyList<CsvColumn<PostureRow>> Columns { get; } =
    [
        new("bucketId", row => row.BucketId.ToString()),
        new("endpointId", row => row.EndpointId.ToString()),
        new("provider", row => row.Provider),
        new("bucket", row => row.Bucket),
        new("region", row => row.Region),
        new("standing", row => JsonNamingPolicy.CamelCase.ConvertName(row.Standing.ToString())),
        new("isPublic", row => row.IsPublic switch { true => "true", false => "false", null => "unknown" }),
        new("anonymousAccess", row => string.Join(' ', row.AnonymousAccess)),
        new("crossAccounts", row => Number(row.CrossAccounts)),
        new("score", row => row.Score is { } score ? Number(score) : ""),
        new("checksPassed", row => Number(row.ChecksPassed)),
        new("checksFailed", row => Number(row.ChecksFailed)),
        new("checksUnknown", row => Number(row.ChecksUnknown)),
        new("checksSuppressed", row => Number(row.ChecksSuppressed)),
        new("readUtc", row => row.ReadUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
