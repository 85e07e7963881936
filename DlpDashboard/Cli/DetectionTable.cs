using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Cli;

/// <summary>Rows for people, with columns as wide as their widest cell.</summary>
internal static class DetectionTable
{
    /// <summary>The detections of one text.</summary>
    public static string Write(IReadOnlyList<InspectedDetection> detections) => detections.Count == 0 ? "Nothing found.\n" : Columns(
        ["LINE", "COLUMN", "DETECTOR", "LIKELIHOOD", "VALUE", "REASONS"],
        detections.Select(detection => new[]
        {
            Number(detection.Location.Line), Number(detection.Location.Column), detection.Detector.Id, detection.Likelihood.ToName(), Plain(detection.Value), string.Join(' ', detection.Reasons),
        }));

    /// <summary>Any rows below their heading.</summary>
    public static string Columns(string[] heading, IEnumerable<string[]> rows)
    {
        var all = rows.Prepend(heading).ToArray();
        var widths = Enumerable.Range(0, heading.Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in all)
        {
            text.AppendLine(string.Join("  ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell.PadRight(widths[column]))));
        }

        return text.ToString();
    }

    // Found text may hold what a terminal obeys.
    private static string Plain(string value) => string.Concat(value.Take(80).Select(c => char.IsControl(c) ? ' ' : c));

    private static string Number(int? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
