using System.Globalization;
using DlpDashboard.Scans.Planning;
using DlpDashboard.UI;

namespace DlpDashboard.Scans.Pages;

/// <summary>What a clean sample proves, in words; and what it does not.</summary>
internal static class ScanSampleWords
{
    /// <summary>The sentences of a completed sample in which nothing was found; null of all other scans.</summary>
    public static string? Of(ScanRow scan)
    {
        if (scan.SampleBound is not { } bound)
        {
            return null;
        }

        var sentences = new List<string> { Proof(scan, bound) };
        if (scan.ObjectsListed > bound.Looked)
        {
            sentences.Add($"{Words.Counted(scan.ObjectsListed - bound.Looked, "object")} of the sample could not be read completely: nothing is said of others like {(scan.ObjectsListed - bound.Looked == 1 ? "it" : "them")}.");
        }

        if (scan.Plan.BytesPerObject is not null)
        {
            sentences.Add("Nothing is said of what lies behind the first bytes of longer objects.");
        }

        if (scan.UnlistedBuckets.Count > 0)
        {
            sentences.Add("Buckets that could not be listed are not counted.");
        }

        return string.Join(' ', sentences);
    }

    private static string Proof(ScanRow scan, SampleBound bound)
    {
        if (bound.Looked == 0)
        {
            return $"No object of the sample could be read completely, so it says nothing of the {Words.Counted(scan.LeftOut.Sample, "object")} left out.";
        }

        var sure = bound.Confidence.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal);
        var found = scan.Plan.Detectors.Count == 0 ? "what the detectors find" : "what the scan's detectors find";
        return $"Nothing was found in the {Words.Counted(bound.Looked, "object")} of the sample that {(bound.Looked == 1 ? "was" : "were")} read. With {sure} confidence at most {UpTo(bound.ShareOfRest)} of the objects left out hold {found}: {Figures.Grouped(bound.AtMost)} of {Figures.Grouped(scan.LeftOut.Sample)}.";
    }

    /// <summary>A share in percent that is rounded up, as it is a bound.</summary>
    private static string UpTo(double share) => Figures.Percent(share < 0.1 ? Math.Ceiling(share * 1000) / 1000 : Math.Min(1, Math.Ceiling(share * 100) / 100));
}
