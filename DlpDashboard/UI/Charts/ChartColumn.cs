namespace DlpDashboard.UI.Charts;

/// <summary>One column of a <see cref="ColumnChart"/>.</summary>
/// <param name="Label">Its place on the axis: "Mon 16" or "14:00".</param>
/// <param name="Slices">Its parts from the bottom; the same names in the same order in each column.</param>
/// <param name="Href">The list behind it, or null.</param>
public sealed record ChartColumn(string Label, IReadOnlyList<ChartSlice> Slices, string? Href = null)
{
    /// <summary>All its parts together.</summary>
    public double Total => Slices.Sum(slice => slice.Drawn);
}
