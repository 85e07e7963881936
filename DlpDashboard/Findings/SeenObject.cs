using DlpDashboard.Detection;

namespace DlpDashboard.Findings;

/// <summary>What a scan saw in one object.</summary>
/// <param name="ObjectId"><see cref="Kernel.StableId.OfObject"/>.</param>
/// <param name="Bucket">Its bucket.</param>
/// <param name="Key">Its whole key.</param>
/// <param name="IsComplete">Whether all of it was read: only then are findings that were not seen again gone.</param>
/// <param name="Findings">What was seen, at most one per detector.</param>
public sealed record SeenObject(Guid ObjectId, string Bucket, string Key, bool IsComplete, IReadOnlyList<SeenFinding> Findings);

/// <summary>What one detector saw in an object.</summary>
/// <param name="DetectorId">Which detector.</param>
/// <param name="Category">Its category.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Likelihood">How sure at best.</param>
/// <param name="Count">How many values.</param>
/// <param name="Samples">Masked samples; those beyond <see cref="Finding.MaxSamples"/> are left out.</param>
public sealed record SeenFinding(string DetectorId, string Category, Severity Severity, Likelihood Likelihood, long Count, IReadOnlyList<FindingSample> Samples);
