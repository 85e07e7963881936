using DlpDashboard.Kernel;
using DlpDashboard.Risk.Arithmetic;
using DlpDashboard.Web;
using Microsoft.AspNetCore.Mvc;

namespace DlpDashboard.Risk;

/// <summary>The filters of risks as a query string names them; pages and REST use the same names. The first three may be named several times.</summary>
/// <param name="Endpoint">Of these endpoints, by id.</param>
/// <param name="Exposure">private, broadNetwork, crossAccount, unknown, public, anonymousRead or anonymousWrite.</param>
/// <param name="Sensitivity">none, unknown, low, medium, high or critical.</param>
/// <param name="AtLeast">Of this risk and above: low, medium, high or critical.</param>
/// <param name="Detector">In which this detector found something.</param>
/// <param name="Q">Whose name contains this.</param>
internal sealed record RiskQuery(
    [FromQuery] Guid[]? Endpoint,
    [FromQuery] QueryEnum<ExposureLevel>[]? Exposure,
    [FromQuery] QueryEnum<SensitivityBand>[]? Sensitivity,
    [FromQuery] QueryEnum<RiskBand>? AtLeast,
    [FromQuery] string? Detector,
    [FromQuery] string? Q)
{
    private const int LongestText = 200;
    private const int MostValues = 50;

    public RiskFilter ToFilter() => new(
        Some(Endpoint),
        Some(Exposure)?.Select(exposure => exposure.Value).ToList(),
        Some(Sensitivity)?.Select(band => band.Value).ToList(),
        AtLeast?.Value,
        Cut(Detector),
        Cut(Q));

    private static IReadOnlyList<T>? Some<T>(T[]? values) => values is null or { Length: 0 } ? null : [.. values.Distinct().Take(MostValues)];

    private static string? Cut(string? text) => string.IsNullOrWhiteSpace(text) ? null : StorableText.Of(text, LongestText);
}
