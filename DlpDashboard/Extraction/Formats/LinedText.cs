using System.Globalization;
using System.Text;
using DlpDashboard.Detection;

namespace DlpDashboard.Extraction.Formats;

/// <summary>Writes text of lines under one path: <c>body line 3</c>. Its segment is open.</summary>
/// <param name="text">Writes the text.</param>
/// <param name="path">What the lines are part of.</param>
/// <param name="key">The key over all of them; empty where there is none.</param>
internal sealed class LinedText(PlacedTextWriter text, string path, string key = "") : IPlaceNames
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(SafeText.Of(key));
    private readonly string _path = SafeText.Of(path);
    private long _line = 1;

    /// <summary>The first line begins.</summary>
    public void Begin() => text.Place(this, _line, 0);

    /// <summary>Appends text with line ends in it.</summary>
    public void Append(ReadOnlySpan<char> chars)
    {
        for (var end = chars.IndexOf('\n'); end >= 0; end = chars.IndexOf('\n'))
        {
            text.Append(chars[..(end + 1)]);
            text.Place(this, ++_line, 0);
            chars = chars[(end + 1)..];
        }

        text.Append(chars);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => _key;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(Path: string.Create(CultureInfo.InvariantCulture, $"{_path} line {major}"), Entry: entry);
}
