using System.Globalization;

namespace DlpDashboard.UI.Time;

/// <summary>How long something took or will take, in words short enough for a cell.</summary>
public static class Durations
{
    /// <summary>"0.4 s", "42 s", "3 min 20 s", "2 h 5 min", "4 d 3 h".</summary>
    public static string Of(TimeSpan duration)
    {
        var length = duration < TimeSpan.Zero ? TimeSpan.Zero : duration;
        return length switch
        {
            { TotalSeconds: < 9.95 } => $"{length.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s",
            { TotalSeconds: < 60 } => $"{(int)length.TotalSeconds} s",
            { TotalHours: < 1 } => Pair(length.Minutes, "min", length.Seconds, "s"),
            { TotalDays: < 1 } => Pair(length.Hours, "h", length.Minutes, "min"),
            _ => Pair((int)length.TotalDays, "d", length.Hours, "h"),
        };
    }

    private static string Pair(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
