using DlpDashboard.Detection;

namespace DlpDashboard.Findings.History;

/// <summary>A place with findings.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="ObjectKey">The object: hostile text; empty where the row is of a whole bucket.</param>
/// <param name="Findings">How many findings.</param>
/// <param name="Values">How many values in them.</param>
/// <param name="Severity">The worst of them.</param>
public sealed record FindingPlaceRow(string Bucket, string ObjectKey, long Findings, long Values, Severity Severity);
