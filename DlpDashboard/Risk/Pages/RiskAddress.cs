using System.Text.Json;
using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.UI.Navigation;
using DlpDashboard.Web;

namespace DlpDashboard.Risk.Pages;

/// <summary>The filters of the risk page as its address holds them; the names are REST's.</summary>
internal static class RiskAddress
{
    public const string Endpoint = "endpoint", Exposure = "exposure", Sensitivity = "sensitivity", AtLeast = "atLeast", Detector = "detector", Text = "q";

    public static IReadOnlyList<string> Filters { get; } = [Endpoint, Exposure, Sensitivity, AtLeast, Detector, Text];

    /// <summary>What the address asks for; what is no value of a filter is left out.</summary>
    public static RiskFilter Read(QueryState query) => new RiskQuery(
        [.. query.All(Endpoint).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()],
        Values<ExposureLevel>(query, Exposure),
        Values<SensitivityBand>(query, Sensitivity),
        QueryEnum<RiskBand>.TryParse(query.Get(AtLeast), out var band) ? band : null,
        query.Get(Detector),
        query.Get(Text)).ToFilter();

    /// <summary>The same filters for the CSV file.</summary>
    public static string CsvHref(QueryState query)
    {
        var parts = Filters.SelectMany(name => query.All(name).Select(value => $"{name}={Uri.EscapeDataString(value)}")).ToList();
        return "/api/v1/security/risks/export" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
    }

    /// <summary>The list of one cell of the heat map, the other filters staying.</summary>
    public static string CellHref(QueryState query, ExposureLevel exposure, SensitivityBand band)
    {
        var others = Filters.Where(name => name is not (Exposure or Sensitivity)).SelectMany(name => query.All(name).Select(value => $"&{name}={Uri.EscapeDataString(value)}"));
        return $"{Links.Risks}?{Exposure}={Name(exposure)}&{Sensitivity}={Name(band)}{string.Concat(others)}";
    }

    /// <summary>An enum's value as addresses write it.</summary>
    public static string Name(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static QueryEnum<T>[] Values<T>(QueryState query, string name)
        where T : struct, Enum => [.. query.All(name).Select(text => QueryEnum<T>.TryParse(text, out var value) ? value : (QueryEnum<T>?)null).OfType<QueryEnum<T>>()];
}
