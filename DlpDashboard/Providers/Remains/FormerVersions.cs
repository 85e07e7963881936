namespace DlpDashboard.Providers.Remains;

/// <summary>Versions of objects that are not the current one.</summary>
/// <param name="Count">How many, delete markers left out.</param>
/// <param name="Bytes">How much.</param>
/// <param name="DeleteMarkers">How many delete markers, which have no bytes; null where there is no such thing.</param>
public sealed record FormerVersions(long Count, long Bytes, long? DeleteMarkers);
