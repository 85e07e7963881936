using DlpDashboard.Detection;
using DlpDashboard.UI;

namespace DlpDashboard.Detectors.Pages;

/// <summary>A stretch of a text in which the same values stand.</summary>
/// <param name="Text">The stretch.</param>
/// <param name="Found">The values over it; none for plain text.</param>
internal sealed record MarkedPart(string Text, IReadOnlyList<InspectedDetection> Found)
{
    /// <summary>Further text is not shown: a megabyte of marks helps nobody.</summary>
    public const int LongestText = 50_000;

    /// <summary>The worst of them.</summary>
    public Severity Severity => Found.Max(one => one.Detector.DefaultSeverity);

    /// <summary>What stands here, and how sure.</summary>
    public string Title => string.Join("; ", Found.Select(one => $"{one.Detector.Name}, {Words.Of(one.Likelihood).ToLowerInvariant()}"));

    /// <summary>A text in stretches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">In order of their start.</param>
    public static IReadOnlyList<MarkedPart> Of(string text, IReadOnlyList<InspectedDetection> found)
    {
        var end = Math.Min(text.Length, LongestText);
        var shown = found.Where(one => one.End <= end).ToList();
        var borders = shown.SelectMany(one => new[] { one.Start, one.End }).Append(0).Append(end).Distinct().Order().ToList();
        var parts = new List<MarkedPart>();
        for (var i = 0; i + 1 < borders.Count; i++)
        {
            var (from, to) = (borders[i], borders[i + 1]);
            parts.Add(new MarkedPart(text[from..to], [.. shown.Where(one => one.Start <= from && one.End >= to)]));
        }

        return parts;
    }
}
