using System.Text.Json;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;

namespace DlpDashboard.Events.Pages;

/// <summary>The filters of the events page as its address holds them; the names are REST's.</summary>
internal static class EventAddress
{
    public const string Endpoint = "endpoint", Severity = "severity", Status = "status", Type = "type";

    public static IReadOnlyList<string> Filters { get; } = [Endpoint, Severity, Status, Type];

    /// <summary>What the address asks for; what is no value of a filter is left out.</summary>
    public static EventFilter Read(QueryState query) => new EventQueryString(
        [.. query.All(Endpoint).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()],
        Values<EventSeverity>(query, Severity),
        Values<EventStatus>(query, Status),
        query.Get(Type)).ToFilter();

    /// <summary>The same filters for the CSV file.</summary>
    public static string CsvHref(QueryState query) => "/api/v1/events/export?" + string.Join('&', Filters
        .SelectMany(name => query.All(name).Select(value => $"{name}={Uri.EscapeDataString(value)}")));

    /// <summary>An enum's value as addresses write it.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static QueryEnum<T>[] Values<T>(QueryState query, string name)
        where T : struct, Enum => [.. query.All(name).Select(text => QueryEnum<T>.TryParse(text, out var value) ? value : (QueryEnum<T>?)null).OfType<QueryEnum<T>>()];
}
