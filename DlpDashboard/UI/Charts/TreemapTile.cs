namespace DlpDashboard.UI.Charts;

/// <summary>A part of a <see cref="Treemap"/>; parts may have parts.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its share; negative and impossible ones count as none.</param>
/// <param name="Href">The list behind it, or null.</param>
/// <param name="Parts">What it is made of; drawn inside where there is room.</param>
/// <param name="Colour">A CSS colour by role; null takes the next of the series, parts that of their whole.</param>
public sealed record TreemapTile(string Name, double Value, string? Href = null, IReadOnlyList<TreemapTile>? Parts = null, string? Colour = null)
{
    /// <summary>The value as it can be drawn.</summary>
    public double Drawn => double.IsFinite(Value) ? Math.Max(0, Value) : 0;
}
