using DlpDashboard.Detection;

namespace DlpDashboard.Risk.Arithmetic;

/// <summary>A kind of private data in a bucket, as lists show it.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Objects">In how many objects.</param>
/// <param name="Values">How many values.</param>
public sealed record FoundType(string Detector, string Category, Severity Severity, long Objects, long Values);
