namespace DlpDashboard.Posture.Judging;

/// <summary>
/// A bucket's score with its arithmetic: each pass earns its severity's weight, each fail loses it; 100 × earned ÷ (earned + lost), rounded down. A failed
/// critical check keeps it at <see cref="CriticalCeiling"/> at most. Unknown, suppressed and not applicable ones count for nothing and are told apart.
/// </summary>
/// <param name="Value">0 to 100; null where nothing passed or failed.</param>
/// <param name="Earned">Weight of what passed.</param>
/// <param name="Lost">Weight of what failed.</param>
/// <param name="IsCapped">Whether a failed critical check keeps it down.</param>
/// <param name="Lines">The counts of each severity, gravest first.</param>
public sealed record PostureScore(int? Value, int Earned, int Lost, bool IsCapped, IReadOnlyList<ScoreLine> Lines)
{
    /// <summary>The most a bucket with a failed critical check gets.</summary>
    public const int CriticalCeiling = 40;

    /// <summary>What one check of a severity weighs.</summary>
    public static int WeightOf(CheckSeverity severity) => severity switch
    {
        CheckSeverity.Critical => 40,
        CheckSeverity.High => 20,
        CheckSeverity.Medium => 8,
        CheckSeverity.Low => 3,
        _ => 0,
    };

    /// <summary>Adds it up.</summary>
    public static PostureScore Of(IEnumerable<(CheckSeverity Severity, CheckVerdict Verdict, bool IsSuppressed)> results)
    {
        var lines = results.GroupBy(result => result.Severity).OrderByDescending(group => group.Key).Select(group => new ScoreLine(
            group.Key,
            WeightOf(group.Key),
            group.Count(result => result.Verdict == CheckVerdict.Pass),
            group.Count(result => result is { Verdict: CheckVerdict.Fail, IsSuppressed: false }),
            group.Count(result => result.Verdict == CheckVerdict.Unknown),
            group.Count(result => result is { Verdict: CheckVerdict.Fail, IsSuppressed: true }),
            group.Count(result => result.Verdict == CheckVerdict.NotApplicable))).ToList();
        var (earned, lost) = (lines.Sum(line => line.Weight * line.Passed), lines.Sum(line => line.Weight * line.Failed));
        var value = earned + lost == 0 ? (int?)null : 100 * earned / (earned + lost);
        var isCapped = value > CriticalCeiling && lines.Any(line => line is { Severity: CheckSeverity.Critical, Failed: > 0 });
        return new PostureScore(isCapped ? CriticalCeiling : value, earned, lost, isCapped, lines);
    }
}

/// <summary>The checks of one severity.</summary>
/// <param name="Severity">Which.</param>
/// <param name="Weight">What one of them weighs.</param>
/// <param name="Passed">As they should be.</param>
/// <param name="Failed">Not as they should be, without the suppressed.</param>
/// <param name="Unknown">Not known.</param>
/// <param name="Suppressed">Failed, and accepted by somebody for a time.</param>
/// <param name="NotApplicable">Nothing to say.</param>
public sealed record ScoreLine(CheckSeverity Severity, int Weight, int Passed, int Failed, int Unknown, int Suppressed, int NotApplicable);
