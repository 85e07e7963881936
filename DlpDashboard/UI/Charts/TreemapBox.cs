namespace DlpDashboard.UI.Charts;

/// <summary>Where a tile lies.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
public readonly record struct TreemapBox(double X, double Y, double Width, double Height)
{
    /// <summary>Its area.</summary>
    public double Area => Width * Height;
}
