using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;

namespace DlpDashboard.Findings.Pages;

/// <summary>The filters of the findings page as its address holds them; the names are REST's.</summary>
internal static class FindingAddress
{
    public const string Endpoint = "endpoint", Bucket = "bucket", Detector = "detector", Severity = "severity", Status = "status", Text = "q", Scan = "scan";

    /// <summary>The order of the list.</summary>
    public const string Sort = "sort";

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

    /// <summary>The order that the address asks for.</summary>
    public static FindingOrder Order(QueryState query) => QueryEnum<FindingOrder>.TryParse(query.Get(Sort), out var order) ? order.Value : FindingOrder.Newest;

    /// <summary>The same filters for the CSV file.</summary>
    public static string CsvHref(QueryState query) => ExportHref(query, "csv");

    /// <summary>The same filters for a file of a format.</summary>
    public static string ExportHref(QueryState query, string format)
    {
        var parts = Filters
            .SelectMany(name => query.All(name).Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
        return $"/api/v1/findings/export?format={format}{string.Concat(parts)}";
    }

    /// <summary>An enum's value as addresses write it.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    /// <summary>Takes values that are none out of the address, so that no filter is shown that does not filter.</summary>
    public static void Clean(QueryState query)
    {
        Keep(query, Severity, Values<Severity>(query, Severity).Select(value => Name(value.Value)));
        Keep(query, Status, Values<FindingStatus>(query, Status).Select(value => Name(value.Value)));
    }

    private static void Keep(QueryState query, string name, IEnumerable<string> known)
    {
        string[] kept = [.. known];
        if (kept.Length != query.All(name).Count)
        {
            query.SetAll(name, kept);
        }
    }

    private static QueryEnum<T>[] Values<T>(QueryState query, string name)
        where T : struct, Enum => [.. query.All(name).Select(text => QueryEnum<T>.TryParse(text, out var value) ? value : (QueryEnum<T>?)null).OfType<QueryEnum<T>>()];
}
