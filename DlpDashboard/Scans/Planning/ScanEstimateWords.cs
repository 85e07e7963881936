using System.Globalization;
using DlpDashboard.UI;
using DlpDashboard.UI.Time;

namespace DlpDashboard.Scans.Planning;

/// <summary>Estimates in words.</summary>
internal static class ScanEstimateWords
{
    /// <summary>"3 min to 5 min", or one time where both say the same.</summary>
    public static string Time(ScanEstimateTime time)
    {
        var (least, most) = (Of(time.AtLeastSeconds), Of(time.AtMostSeconds));
        return time.AtMostSeconds < 2 ? "a moment" : least == most ? most : time.AtLeastSeconds < 2 ? $"up to {most}" : $"{least} to {most}";
    }

    /// <summary>"USD 12.40", "less than USD 0.01", "nothing".</summary>
    public static string Money(decimal amount, string currency) => amount switch
    {
        0 => "nothing",
        < 0.01m => $"less than {currency} 0.01",
        _ => $"{currency} {amount.ToString(amount < 1000 ? "0.00" : "#,0", CultureInfo.InvariantCulture)}",
    };

    /// <summary>How sure: before a number.</summary>
    public static string Sure(ScanEstimateCertainty certainty) => certainty switch
    {
        ScanEstimateCertainty.Counted => "",
        ScanEstimateCertainty.Extrapolated => "about ",
        _ => "at least ",
    };

    /// <summary>Why objects are left out.</summary>
    public static string Rule(LeftOutBy rule) => rule switch
    {
        LeftOutBy.Prefix => "outside the prefixes",
        LeftOutBy.Extension => "with other extensions",
        LeftOutBy.Pattern => "by the patterns",
        LeftOutBy.Size => "too large",
        _ => "not in the sample",
    };

    /// <summary>The parts that are not read, the largest reasons of the plan first: "200 objects (1.2 GB) too large".</summary>
    public static IEnumerable<string> NotRead(ScanEstimate estimate)
    {
        foreach (var part in estimate.LeftOut)
        {
            yield return $"{Share(new ScanEstimateShare(part.Objects, part.Bytes))} {Rule(part.Rule)}";
        }

        foreach (var (share, why) in new[] { (estimate.Unchanged, "unchanged since their last reading"), (estimate.Cold, "archived"), (estimate.Unreadable, "cannot be opened"), (estimate.Unsupported, "of kinds that are not read, by their names") })
        {
            if (share.Objects > 0)
            {
                yield return $"{Share(share)} {why}";
            }
        }
    }

    /// <summary>"1,200 objects (3.4 GB)".</summary>
    public static string Share(ScanEstimateShare share) => $"{Words.Counted(share.Objects, "object")} ({Figures.Bytes(share.Bytes)})";

    // Finer than it can be known would look like knowledge.
    private static string Of(double seconds) => Durations.Of(TimeSpan.FromSeconds(seconds switch
    {
        < 100 => Math.Ceiling(Math.Min(seconds, 1e9)),
        < 6000 => Math.Ceiling(seconds / 60) * 60,
        _ => Math.Ceiling(Math.Min(seconds, 1e9) / 900) * 900,
    }));
}
