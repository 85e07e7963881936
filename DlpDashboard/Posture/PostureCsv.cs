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
        new("standing", row => Name(row.Standing)),
        new("isPublic", row => row.IsPublic switch { true => "true", false => "false", null => "unknown" }),
        new("anonymousAccess", row => string.Join(' ', row.AnonymousAccess)),
        new("crossAccounts", row => Number(row.CrossAccounts)),
        new("score", row => row.Score is { } score ? Number(score) : ""),
        new("checksPassed", row => Number(row.ChecksPassed)),
        new("checksFailed", row => Number(row.ChecksFailed)),
        new("checksFailedCritical", row => Number(row.ChecksFailedCritical)),
        new("checksFailedHigh", row => Number(row.ChecksFailedHigh)),
        new("checksFailedMedium", row => Number(row.ChecksFailedMedium)),
        new("checksFailedLow", row => Number(row.ChecksFailedLow)),
        new("checksUnknown", row => Number(row.ChecksUnknown)),
        new("checksSuppressed", row => Number(row.ChecksSuppressed)),
        new("readUtc", row => row.ReadUtc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
    ];

    public static IReadOnlyList<CsvColumn<CheckCountRow>> CheckColumns { get; } =
    [
        new("checkId", row => row.Check.Id),
        new("provider", row => row.Check.Provider),
        new("severity", row => Name(row.Check.Severity)),
        new("title", row => row.Check.Title),
        new("bucketsFailed", row => Number(row.Failed)),
        new("bucketsAccepted", row => Number(row.Accepted)),
        new("bucketsUnknown", row => Number(row.Unknown)),
        new("bucketsPassed", row => Number(row.Passed)),
        new("bucketsNotApplicable", row => Number(row.NotApplicable)),
        new("controls", row => string.Join("; ", row.Check.Controls)),
    ];

    /// <summary>An enum's value as files and addresses write it.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
