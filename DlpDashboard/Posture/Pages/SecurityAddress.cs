using DlpDashboard.Posture.Judging;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;

namespace DlpDashboard.Posture.Pages;

/// <summary>The filters of the security page as its address holds them; the names are REST's.</summary>
internal static class SecurityAddress
{
    public const string Endpoint = "endpoint", Provider = "provider", Standing = "standing", Public = "public", Severity = "severity", Check = "check", Verdict = "verdict", Text = "q";

    /// <summary>Which list is shown: buckets, or checks.</summary>
    public const string Tab = "tab";

    /// <summary>The bucket whose panel is open.</summary>
    public const string Bucket = "bucket";

    public static IReadOnlyList<string> Filters { get; } = [Endpoint, Provider, Standing, Public, Severity, Check, Verdict, Text];

    /// <summary>What the address asks for; what is no value of a filter is left out.</summary>
    public static PostureFilter Read(QueryState query) => new PostureQueryString(
        [.. query.All(Endpoint).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()],
        [.. query.All(Provider)],
        Values<BucketStanding>(query, Standing),
        bool.TryParse(query.Get(Public), out var isPublic) && query.All(Public).Count == 1 ? isPublic : null,
        Values<CheckSeverity>(query, Severity),
        [.. query.All(Check)],
        QueryEnum<CheckStanding>.TryParse(query.Get(Verdict), out var verdict) ? verdict : null,
        query.Get(Text)).ToFilter();

    /// <summary>The same filters for a file.</summary>
    public static string FileHref(QueryState query, string format)
    {
        var parts = Filters.SelectMany(name => query.All(name).Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
        return $"/api/v1/security/policies/export?format={format}{string.Concat(parts)}";
    }

    /// <summary>The list of checks as a file: of the endpoint that is chosen, if it is one.</summary>
    public static string ChecksHref(QueryState query, string format) =>
        $"/api/v1/security/checks/counts/export?format={format}{(query.All(Endpoint) is [var one] && Guid.TryParse(one, out var id) ? $"&endpoint={id}" : "")}";

    /// <summary>The list of the buckets of which a check says something, of one endpoint or of all.</summary>
    public static string BucketsOf(IEnumerable<string> checkIds, CheckStanding says = CheckStanding.Fail, Guid? endpointId = null) =>
        $"/security?{string.Join('&', checkIds.Select(id => $"check={Uri.EscapeDataString(id)}"))}{(says == CheckStanding.Fail ? "" : $"&verdict={PostureCsv.Name(says)}")}{(endpointId is null ? "" : $"&endpoint={endpointId}")}";

    private static QueryEnum<T>[] Values<T>(QueryState query, string name)
        where T : struct, Enum => [.. query.All(name).Select(text => QueryEnum<T>.TryParse(text, out var value) ? value : (QueryEnum<T>?)null).OfType<QueryEnum<T>>()];
}
