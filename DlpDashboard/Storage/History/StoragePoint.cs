namespace DlpDashboard.Storage.History;

/// <summary>How much there was on a day.</summary>
/// <param name="Day">The day in UTC.</param>
/// <param name="Objects">Objects.</param>
/// <param name="Bytes">Bytes.</param>
public sealed record StoragePoint(DateOnly Day, long Objects, long Bytes);
