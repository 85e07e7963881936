using System.Globalization;
using DlpDashboard.Detection;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Images;

/// <summary>Lines of the text in a picture.</summary>
internal sealed class PictureLines : IPlaceNames
{
    private static readonly PictureLines Instance = new();

    /// <summary>Writes the text as a segment of its own; lines without anything are left out.</summary>
    /// <returns>Whether there was any.</returns>
    public static bool Write(string text, PlacedTextWriter writer, string? entry)
    {
        writer.Open(entry);
        var line = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var words = text.AsSpan()[range].Trim();
            if (!words.IsEmpty)
            {
                writer.Place(Instance, ++line, 0);
                writer.Append(words);
                writer.Append("\n"u8);
            }
        }

        writer.Close();
        return line > 0;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> KeyOf(long major, long minor) => default;

    /// <inheritdoc/>
    public TextLocation LocationOf(long major, long minor, string? entry) => new(Path: string.Create(CultureInfo.InvariantCulture, $"text in the image, line {major}"), Entry: entry);
}
