using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Markup;

/// <summary>A place of an HTML document; its line is the first number of its text.</summary>
/// <param name="path">The place in words, or null.</param>
/// <param name="key">The key over the text; empty where it has none.</param>
internal sealed class MarkupPlace(string? path, string key) : IPlaceNames
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => _key;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) =>
        new((int)Math.Min(major, int.MaxValue), Path: path is null ? null : SafeText.Of(path), Entry: entry);
}
