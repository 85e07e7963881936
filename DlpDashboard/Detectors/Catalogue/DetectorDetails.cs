using DlpDashboard.Detection;

namespace DlpDashboard.Detectors.Catalogue;

/// <summary>One detector, whole.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Source">Where its rule comes from: a standard, a law, the issuer's documentation; empty for custom ones.</param>
/// <param name="TrueSamples">Texts in which it sees one value.</param>
/// <param name="FalseSamples">Texts in which it sees none.</param>
/// <param name="DefaultSeverity">The severity it comes with.</param>
/// <param name="Version">Of what the organisation decided about it, or of the custom detector; the ETag.</param>
/// <param name="ChangedUtc">When that was last changed; null where never.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record DetectorDetails(
    DetectorRow Row, string Source, IReadOnlyList<string> TrueSamples, IReadOnlyList<string> FalseSamples, Severity DefaultSeverity, int Version, DateTime? ChangedUtc, string? ChangedBy);
