using System.Text;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Images;

/// <summary>The texts of one picture, each once, within bounds; their names are keys and places.</summary>
internal sealed class ImageTexts : IPlaceNames
{
    private const int MaxTexts = 1000;
    private const int MaxLength = 64 * 1024;

    private readonly List<ImageText> _texts = [];
    private readonly HashSet<ImageText> _seen = [];
    private byte[] _key = [];

    /// <summary>How many there are.</summary>
    public int Count => _texts.Count;

    /// <summary>Adds a text where there is one.</summary>
    public void Add(string name, string value)
    {
        value = value.Trim('\0', ' ', '\r', '\n', '\t');
        value = value.Length > MaxLength ? value[..MaxLength] : value;
        if (value.Length > 0 && _texts.Count < MaxTexts && _seen.Add(new ImageText(name, value)))
        {
            _texts.Add(new ImageText(name, value));
        }
    }

    /// <summary>Writes all as one segment, a line each.</summary>
    public void Write(PlacedTextWriter writer, string? entry)
    {
        writer.Open(entry);
        for (var i = 0; i < _texts.Count; i++)
        {
            writer.Place(this, i, 0);
            writer.Append(_texts[i].Value);
            writer.Append("\n"u8);
        }

        writer.Close();
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor)
    {
        // The last word: "Artist" of "exif Artist".
        var name = _texts[(int)major].Name;
        _key = Encoding.UTF8.GetBytes(name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return _key;
    }

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(Path: _texts[(int)major].Name, Entry: entry);
}
