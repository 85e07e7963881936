using DlpDashboard.Detection;

namespace DlpDashboard.Risk.Arithmetic;

/// <summary>What one detector gives to a bucket's sensitivity.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">The gravest severity it was seen with.</param>
/// <param name="Objects">In how many objects.</param>
/// <param name="Values">How many values.</param>
/// <param name="Sure">How many sure values these are worth.</param>
/// <param name="Spread">1 for one sure value, one more for each ten times as many.</param>
/// <param name="Weight">Weight of severity × weight of category.</param>
/// <param name="Points">Weight × spread.</param>
public sealed record SensitivityLine(string Detector, string Category, Severity Severity, long Objects, long Values, double Sure, double Spread, double Weight, double Points)
{
    /// <summary>Adds up what one detector found.</summary>
    internal static SensitivityLine Of(IEnumerable<FoundKind> ofOneDetector)
    {
        var kinds = ofOneDetector.ToList();
        var severity = kinds.Max(kind => kind.Severity);
        var heaviest = kinds.MaxBy(kind => BucketSensitivity.WeightOf(kind.Category))!.Category;
        var sure = kinds.Sum(kind => kind.Values * BucketSensitivity.WeightOf(kind.Likelihood));
        var spread = sure < 1 ? sure : 1 + Math.Log10(sure);
        var weight = BucketSensitivity.WeightOf(severity) * BucketSensitivity.WeightOf(heaviest);
        return new SensitivityLine(kinds[0].Detector, heaviest, severity, kinds.Sum(kind => kind.Objects), kinds.Sum(kind => kind.Values), sure, spread, weight, weight * spread);
    }
}
