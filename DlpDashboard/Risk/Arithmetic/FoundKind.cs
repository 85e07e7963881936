using DlpDashboard.Detection;

namespace DlpDashboard.Risk.Arithmetic;

/// <summary>What one detector found in a bucket and nobody has set aside, of one severity and likelihood.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Likelihood">How sure at best.</param>
/// <param name="Objects">In how many objects.</param>
/// <param name="Values">How many values.</param>
public sealed record FoundKind(string Detector, string Category, Severity Severity, Likelihood Likelihood, long Objects, long Values);
