using System.Text;
using System.Text.Unicode;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Mail;

/// <summary>Reads the header fields of a message or part (RFC 5322, 2.2): writes each as text under its name, and keeps those that say how to read on.</summary>
internal sealed class MimeFields
{
    private const int MaxField = 64 * 1024;

    /// <summary>What the part is.</summary>
    public string? ContentType { get; private set; }

    /// <summary>How its bytes are written.</summary>
    public string? TransferEncoding { get; private set; }

    /// <summary>Whether it is shown or attached, and its name.</summary>
    public string? Disposition { get; private set; }

    /// <summary>Fields read.</summary>
    public int Count { get; private set; }

    /// <summary>Reads fields up to the empty line behind them.</summary>
    /// <param name="lines">The message.</param>
    /// <param name="text">Writes the text; its segment is open.</param>
    /// <param name="where">The message in words, with a blank behind; or empty.</param>
    public static MimeFields Read(MimeLines lines, PlacedTextWriter text, string where)
    {
        var (fields, field) = (new MimeFields(), new List<byte>());
        for (var line = lines.Next(); !line.IsEmpty && !MimeLines.IsBlank(line); line = lines.Next())
        {
            if (line[0] is not ((byte)' ' or (byte)'\t') && field is [.., (byte)'\n'])
            {
                fields.Take(field, text, where);
                field.Clear();
            }
            else if (field is [.., (byte)'\n'])
            {
                // Folded: the line's end goes, its blank stays.
                field.RemoveAt(field.Count - 1);
                while (field is [.., (byte)'\r'])
                {
                    field.RemoveAt(field.Count - 1);
                }
            }

            if (field.Count < MaxField)
            {
                field.AddRange(line);
            }
            else if (line[^1] == '\n')
            {
                field.Add((byte)'\n');
            }
        }

        fields.Take(field, text, where);
        return fields;
    }

    private void Take(List<byte> field, PlacedTextWriter text, string where)
    {
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(field);
        var line = (Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePage.Of(1252)).GetString(bytes).TrimEnd('\r', '\n');
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            if (line.Length > 0)
            {
                text.Append(line);
                text.Append("\n");
            }

            return;
        }

        Count++;
        var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        text.Place(new FixedPlace($"{where}header {name}", name), 0, 0);
        text.Append(MimeHeader.Decode(value));
        text.Append("\n");
        switch (name.ToUpperInvariant())
        {
            case "CONTENT-TYPE":
                ContentType ??= value;
                break;
            case "CONTENT-TRANSFER-ENCODING":
                TransferEncoding ??= value;
                break;
            case "CONTENT-DISPOSITION":
                Disposition ??= value;
                break;
            default:
                break;
        }
    }
}
