namespace DlpDashboard.UI.Charts;

/// <summary>A point of a <see cref="LineChart"/>.</summary>
/// <param name="Day">Its place on the axis.</param>
/// <param name="Value">Its height.</param>
/// <param name="Low">Where the band around it begins; null where there is none.</param>
/// <param name="High">Where the band ends.</param>
public sealed record LinePoint(DateOnly Day, double Value, double? Low = null, double? High = null);
