namespace DlpDashboard.UI.Charts;

/// <summary>One drawn part of a chart.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How many; negative ones count as none.</param>
/// <param name="Colour">A CSS colour, best a token such as <c>var(--critical)</c>; null takes the next of the series.</param>
/// <param name="Href">The list behind it, or null.</param>
public sealed record ChartSlice(string Name, double Value, string? Colour = null, string? Href = null)
{
    private const int Series = 6;

    /// <summary>Its colour at a place of the chart.</summary>
    public string ColourAt(int index) => Colour ?? $"var(--series-{(index % Series) + 1})";

    /// <summary>The value as it can be drawn.</summary>
    public double Drawn => double.IsFinite(Value) ? Math.Max(0, Value) : 0;
}
