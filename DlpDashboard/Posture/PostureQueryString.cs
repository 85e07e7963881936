using DlpDashboard.Kernel;
using DlpDashboard.Posture.Judging;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Posture;

/// <summary>The filters of a list of buckets as a query string names them; pages and REST use the same names. All but public, verdict and q may be named several times.</summary>
/// <param name="Endpoint">Of these endpoints, by id.</param>
/// <param name="Provider">Of these providers: aws, azure, gcp, local.</param>
/// <param name="Standing">secure, insecure or unknown.</param>
/// <param name="Public">Public ones, or those that are not.</param>
/// <param name="Severity">Of which a check of this severity fails.</param>
/// <param name="Check">Of which one of these checks fails, or says <paramref name="Verdict"/>.</param>
/// <param name="Verdict">fail, accepted, unknown or pass.</param>
/// <param name="Q">Whose name contains this.</param>
internal sealed record PostureQueryString(
    [FromQuery] Guid[]? Endpoint,
    [FromQuery] string[]? Provider,
    [FromQuery] QueryEnum<BucketStanding>[]? Standing,
    [FromQuery] bool? Public,
    [FromQuery] QueryEnum<CheckSeverity>[]? Severity,
    [FromQuery] string[]? Check,
    [FromQuery] QueryEnum<CheckStanding>? Verdict,
    [FromQuery] string? Q)
{
    private const int LongestText = 200;
    private const int MostValues = 50;

    public PostureFilter ToFilter() => new(
        Some(Endpoint),
        Some(Provider)?.Select(id => StorableText.Of(id, 40)).ToList(),
        Some(Standing)?.Select(standing => standing.Value).ToList(),
        Public,
        Some(Severity)?.Select(severity => severity.Value).ToList(),
        Some(Check)?.Select(id => StorableText.Of(id, 60)).ToList(),
        Verdict?.Value ?? CheckStanding.Fail,
        string.IsNullOrWhiteSpace(Q) ? null : StorableText.Of(Q.Trim(), LongestText));

    private static IReadOnlyList<T>? Some<T>(T[]? values) => values is null or { Length: 0 } ? null : [.. values.Distinct().Take(MostValues)];
}
