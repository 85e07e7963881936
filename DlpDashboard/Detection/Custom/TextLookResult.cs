namespace DlpDashboard.Detection.Custom;

/// <summary>What trying out a text came to.</summary>
/// <param name="Detections">In order of their start; values are masked.</param>
/// <param name="Count">How many there are, also those that are not given.</param>
/// <param name="LeftOut">Values that exclusion rules left out.</param>
/// <param name="Unreported">Of the detections, those too unlikely to be reported; only where they were asked for.</param>
/// <param name="TooFew">Custom detectors that saw values, but fewer than they must.</param>
public sealed record TextLookResult(IReadOnlyList<InspectedDetection> Detections, int Count, long LeftOut, IReadOnlyList<InspectedDetection> Unreported, IReadOnlyList<Detector> TooFew);
