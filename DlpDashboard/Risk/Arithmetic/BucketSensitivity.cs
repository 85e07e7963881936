using DlpDashboard.Detection;

namespace DlpDashboard.Risk.Arithmetic;

/// <summary>
/// How sensitive a bucket is by what was found in it, 0 to 100. Each detector gives points: weight of its severity × weight of its category × spread, where the spread is 1 for one sure value and
/// one more for each ten times as many; less sure values count in part. Sensitivity = 100 × points ÷ (points + <see cref="Half"/>). What was not read may hold anything: a bucket counts for at
/// least <see cref="Unseen"/> × the share not read, which reading it takes away. No finding more, none graver or surer, ever lowers it.
/// </summary>
/// <param name="Known">0 to 100 by what was found.</param>
/// <param name="Floor">What it counts for at least, by what was not read.</param>
/// <param name="Points">The sum.</param>
/// <param name="Lines">The detectors, the weightiest first.</param>
public sealed record BucketSensitivity(double Known, double Floor, double Points, IReadOnlyList<SensitivityLine> Lines)
{
    /// <summary>So many points are a sensitivity of 50.</summary>
    public const double Half = 30;

    /// <summary>What a bucket counts for that was never read.</summary>
    public const double Unseen = 30;

    /// <summary>What counts.</summary>
    public double Counted => Math.Max(Known, Floor);

    /// <summary>What one sure value of a severity gives.</summary>
    public static double WeightOf(Severity severity) => severity switch
    {
        Severity.Critical => 20,
        Severity.High => 12,
        Severity.Medium => 3,
        _ => 1,
    };

    /// <summary>How a category weighs beside others of its severity: by what the law and the holder of a card's brand ask for when it leaks.</summary>
    public static double WeightOf(string category) => category switch
    {
        "health" or "financial" => 1.25,
        "identity" => 1.1,
        "network" => 0.5,
        _ => 1,
    };

    /// <summary>Which part of a value counts.</summary>
    public static double WeightOf(Likelihood likelihood) => likelihood switch
    {
        Likelihood.VeryLikely => 1,
        Likelihood.Likely => 0.8,
        Likelihood.Possible => 0.5,
        Likelihood.Unlikely => 0.3,
        _ => 0.1,
    };

    /// <summary>Adds it up.</summary>
    public static BucketSensitivity Of(IEnumerable<FoundKind> found, BucketCover cover)
    {
        var lines = found.Where(kind => kind.Values > 0).GroupBy(kind => kind.Detector, StringComparer.Ordinal).Select(SensitivityLine.Of)
            .OrderByDescending(line => line.Points).ThenBy(line => line.Detector, StringComparer.Ordinal).ToList();
        var points = lines.Sum(line => line.Points);
        return new BucketSensitivity(100 * points / (points + Half), Unseen * cover.Unread, points, lines);
    }

    /// <summary>In one word; unknown is said where nothing was found and not all was read.</summary>
    public SensitivityBand Band(BucketCover cover) => Math.Round(Known) switch
    {
        >= 75 => SensitivityBand.Critical,
        >= 50 => SensitivityBand.High,
        >= 25 => SensitivityBand.Medium,
        _ => Lines.Count > 0 ? SensitivityBand.Low : cover.IsComplete ? SensitivityBand.None : SensitivityBand.Unknown,
    };
}
