using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Extraction.Formats;

/// <summary>One place for a run of text: a property, a header, a link.</summary>
/// <param name="path">The place in words; or null.</param>
/// <param name="key">The key over the text; empty where it has none.</param>
internal sealed class FixedPlace(string? path, string key = "") : IPlaceNames
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(SafeText.Of(key));

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => _key;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(Path: path is null ? null : SafeText.Of(path), Entry: entry);
}
