using System.Buffers.Binary;
using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Compound;

/// <summary>Writes the words of a property set stream ([MS-OLEPS]): title, author, company, and the properties people made themselves.</summary>
internal static class PropertySet
{
    private const int MaxBytes = 1024 * 1024;
    private const int MaxProperties = 4096;
    private const int CodePageId = 1;

    private static readonly Dictionary<uint, string> SummaryNames = new()
    {
        [2] = "title", [3] = "subject", [4] = "author", [5] = "keywords", [6] = "comments", [7] = "template", [8] = "last author", [18] = "program",
    };

    private static readonly Dictionary<uint, string> DocumentNames = new() { [2] = "category", [14] = "manager", [15] = "company", [26] = "content type", [27] = "status" };

    /// <summary>Writes the properties of both streams that documents have.</summary>
    public static void Write(CompoundStorage storage, PlacedTextWriter text, string? entry)
    {
        foreach (var stream in new[] { "\u0005SummaryInformation", "\u0005DocumentSummaryInformation" })
        {
            ReadOnlySpan<byte> bytes = storage.Read(stream, MaxBytes);
            if (bytes.Length < 48)
            {
                continue;
            }

            text.Open(entry);
            var sets = Math.Min(U32(bytes, 24), 2);
            for (var set = 0; set < sets; set++)
            {
                var names = stream.Contains("Doc", StringComparison.Ordinal) ? DocumentNames : SummaryNames;
                WriteSet(bytes, U32(bytes, 28 + (set * 20) + 16), set == 0 ? names : [], text);
            }

            text.Close();
        }
    }

    private static void WriteSet(ReadOnlySpan<byte> bytes, uint start, Dictionary<uint, string> names, PlacedTextWriter text)
    {
        var count = Math.Min(U32(bytes, start + 4L), MaxProperties);
        var encoding = CodePage.Of(1252);
        for (var i = 0; i < count; i++)
        {
            var (id, at) = (U32(bytes, start + 8L + (i * 8L)), start + (long)U32(bytes, start + 12L + (i * 8L)));
            if (id == CodePageId)
            {
                encoding = CodePage.Of((ushort)U32(bytes, at + 4));
            }
            else if (id == 0 && names.Count == 0)
            {
                names = ReadNames(bytes, at, encoding);
            }
        }

        for (var i = 0; i < count; i++)
        {
            var (id, at) = (U32(bytes, start + 8L + (i * 8L)), start + (long)U32(bytes, start + 12L + (i * 8L)));
            if (id > CodePageId && TextAt(bytes, at, encoding) is { Length: > 0 } value)
            {
                var name = names.GetValueOrDefault(id, "property");
                text.Place(new FixedPlace($"properties/{name}", name), 0, 0);
                text.Append(value);
                text.Append("\n");
            }
        }
    }

    // The names of properties people made: a number, a length and a name each.
    private static Dictionary<uint, string> ReadNames(ReadOnlySpan<byte> bytes, long at, Encoding encoding)
    {
        var names = new Dictionary<uint, string>();
        var isWide = encoding.CodePage == Encoding.Unicode.CodePage;
        var count = Math.Min(U32(bytes, at), MaxProperties);
        at += 4;
        for (var i = 0; i < count && at < bytes.Length; i++)
        {
            var (id, length) = (U32(bytes, at), U32(bytes, at + 4) * (isWide ? 2L : 1L));
            names.TryAdd(id, SafeText.Of(encoding.GetString(Part(bytes, at + 8, length)).TrimEnd('\0')));
            at += 8 + (isWide ? (length + 3) & ~3L : length);
        }

        return names;
    }

    // Only words: VT_LPSTR and VT_LPWSTR.
    private static string? TextAt(ReadOnlySpan<byte> bytes, long at, Encoding encoding) => (ushort)U32(bytes, at) switch
    {
        0x1E => encoding.GetString(Part(bytes, at + 8, U32(bytes, at + 4))).TrimEnd('\0'),
        0x1F => Encoding.Unicode.GetString(Part(bytes, at + 8, U32(bytes, at + 4) * 2L)).TrimEnd('\0'),
        _ => null,
    };

    private static ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, long at, long length) =>
        at < 0 || at >= bytes.Length ? default : bytes.Slice((int)at, (int)Math.Clamp(length, 0, bytes.Length - at));

    private static uint U32(ReadOnlySpan<byte> bytes, long at) => at >= 0 && at + 4 <= bytes.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) : 0;
}
