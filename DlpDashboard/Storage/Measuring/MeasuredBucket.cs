using DlpDashboard.Providers;
using DlpDashboard.Providers.Remains;

namespace DlpDashboard.Storage.Measuring;

/// <summary>A bucket that was listed to its end.</summary>
/// <param name="Listed">The bucket.</param>
/// <param name="Objects">How many.</param>
/// <param name="Bytes">How much.</param>
/// <param name="Figures">How it is made up.</param>
/// <param name="Uploads">Uploads that were never completed; null where that is not known.</param>
/// <param name="Versions">Former versions; null where that is not known or not asked.</param>
/// <param name="HasStand">Whether a stand of its listing was kept, to be removed.</param>
internal sealed record MeasuredBucket(StoredBucket Listed, long Objects, long Bytes, BucketFigures Figures, IncompleteUploads? Uploads, FormerVersions? Versions, bool HasStand = false);
