namespace DlpDashboard.Detection;

/// <summary>A detection in a text held in memory.</summary>
/// <param name="Detector">Which detector saw it.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Likelihood">How sure.</param>
/// <param name="Value">Masked, unless the caller asked for clear values.</param>
/// <param name="Reasons">Why, as <see cref="DetectionReasons.ToNames"/> writes it.</param>
/// <param name="Location">Line and column.</param>
public sealed record InspectedDetection(
    Detector Detector, int Start, int End, double Score, Likelihood Likelihood, string Value, IReadOnlyList<string> Reasons, TextLocation Location);
