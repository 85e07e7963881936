using DlpDashboard.Detection;
using DlpDashboard.Detection.Custom;

namespace DlpDashboard.Detectors.Trying;

/// <summary>What trying out a text came to.</summary>
/// <param name="Count">How many detections there are.</param>
/// <param name="LeftOut">Values that exclusion rules left out.</param>
/// <param name="TooFew">Custom detectors that saw values, but fewer than they must.</param>
/// <param name="Detections">In order; at most the first few hundred.</param>
internal sealed record TryAnswer(int Count, long LeftOut, IReadOnlyList<string> TooFew, IReadOnlyList<TryDetection> Detections)
{
    public static TryAnswer Of(TextLookResult result) => new(
        result.Count, result.LeftOut, [.. result.TooFew.Select(detector => detector.Id)], [.. result.Detections.Select(one => TryDetection.Of(one, !result.Unreported.Contains(one)))]);
}

/// <summary>One detection.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Likelihood">How sure.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Value">Masked.</param>
/// <param name="Reasons">Why.</param>
/// <param name="ReasonsInWords">The same for people.</param>
/// <param name="Location">Line and column.</param>
/// <param name="IsReported">Whether a scan reports it; false where it is too unlikely.</param>
internal sealed record TryDetection(
    string Detector, string Name, string Category, int Start, int End, Likelihood Likelihood, double Score, string Value, IReadOnlyList<string> Reasons, IReadOnlyList<string> ReasonsInWords, TextLocation Location, bool IsReported)
{
    public static TryDetection Of(InspectedDetection detection, bool isReported) => new(
        detection.Detector.Id, detection.Detector.Name, detection.Detector.Category, detection.Start, detection.End, detection.Likelihood, detection.Score, detection.Value,
        detection.Reasons, [.. detection.Reasons.Select(ReasonWords.Of)], detection.Location, isReported);
}
