namespace DlpDashboard.Detection;

/// <summary>The map of a text without keys and places.</summary>
public sealed class NoMap : ISegmentMap
{
    /// <summary>The one there is.</summary>
    public static readonly NoMap Instance = new();

    private static readonly TextLocation Nowhere = new();

    private NoMap()
    {
    }

    /// <inheritdoc/>
    public bool HasKeys => false;

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyAt(long offset) => [];

    /// <inheritdoc/>
    public TextLocation LocationAt(long offset) => Nowhere;
}
