namespace DlpDashboard.Extraction.Text;

/// <summary>Lines and columns of any text.</summary>
internal sealed class LineTracker : Tracker<LinePlace>
{
    /// <summary>Writes the place after <paramref name="from"/> into the block that follows it.</summary>
    public void Cross(TextBlock from, TextBlock to) => to.Lines = PlaceAtEnd(from);

    /// <inheritdoc/>
    protected override LinePlace Load(TextBlock block) => block.Lines;

    /// <inheritdoc/>
    protected override void Advance(ref LinePlace place, ReadOnlySpan<byte> source, int from, int to) => place.Advance(source[from..to]);
}
