using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.UI.Navigation;

namespace DlpDashboard.Findings.Pages;

/// <summary>The filters of the findings page as its address holds them; the names are REST's.</summary>
internal static class FindingAddress
{
    public const string Endpoint = "endpoint", Bucket = "bucket", Detector = "detector", Severity = "severity", Status = "status", Text = "q", Scan = "scan";

    /// <summary>The finding whose panel is open.</summary>
    public const string Open = "finding";

    public static IReadOnlyList<string> Filters { get; } = [Endpoint, Bucket, Detector, Severity, Status, Text, Scan];

    /// <summary>What the address asks for; what is no value of a filter is left out.</summary>
    public static FindingFilter Read(QueryState query) => new FindingQueryString(
        [.. query.All(Endpoint).Select(Id).OfType<Guid>()],
        query.Get(Bucket),
        [.. query.All(Detector)],
        Values<Severity>(query, Severity),
        Values<FindingStatus>(query, Status),
        query.Get(Text),
        Id(query.Get(Scan))).ToFilter();

    /// <summary>The same filters for the CSV file.</summary>
    public static string CsvHref(QueryState query)
    {
        var parts = Filters
            .SelectMany(name => query.All(name).Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
        return "/api/v1/findings/export?format=csv" + string.Concat(parts);
    }

    /// <summary>An enum's value as addresses write it.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static T[] Values<T>(QueryState query, string name)
        where T : struct, Enum =>
        [.. query.All(name).Select(text => Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : (T?)null).OfType<T>()];
}
