using System.Globalization;
using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;
using DlpDashboard.Kernel;

namespace DlpDashboard.Detectors.Trying;

/// <summary>What trying out a text came to, as a file (RFC 4180); values are masked as they are on the page.</summary>
internal static class TryCsv
{
    private static readonly string[] Header = ["line", "column", "detector", "detectorName", "category", "severity", "likelihood", "value", "reported", "reasons"];

    /// <summary>The file's text, a byte order mark first (spreadsheets ask for it).</summary>
    public static string Of(TextLookResult result)
    {
        var unreported = result.Unreported.ToHashSet();
        var text = new StringBuilder("\uFEFF").Append(CsvText.Row(Header)).Append("\r\n");
        foreach (var one in result.Detections)
        {
            text.Append(CsvText.Row(
            [
                Number(one.Location.Line), Number(one.Location.Column), one.Detector.Id, one.Detector.Name, one.Detector.Category, one.Detector.DefaultSeverity.ToString().ToLowerInvariant(),
                one.Likelihood.ToName(), one.Value, unreported.Contains(one) ? "no" : "yes", string.Join(". ", one.Reasons.Select(ReasonWords.Of)),
            ])).Append("\r\n");
        }

        return text.ToString();
    }

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
