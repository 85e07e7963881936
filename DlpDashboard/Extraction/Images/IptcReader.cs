using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Images;

/// <summary>Reads IPTC's records of a picture (IIM 4.2, record 2): titles, authors, places, captions.</summary>
internal static class IptcReader
{
    private const int MaxRecords = 1000;

    private static readonly Dictionary<int, string> Names = new()
    {
        [5] = "title",
        [25] = "keyword",
        [40] = "instructions",
        [55] = "date",
        [80] = "author",
        [85] = "author's position",
        [90] = "city",
        [92] = "place",
        [95] = "state",
        [101] = "country",
        [105] = "headline",
        [110] = "credit",
        [115] = "source",
        [116] = "copyright",
        [118] = "contact",
        [120] = "caption",
        [122] = "writer",
    };

    /// <summary>Reads records one behind the other.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, ImageTexts texts)
    {
        for (var i = 0; i < MaxRecords && bytes.Length >= 5 && bytes[0] == 0x1C; i++)
        {
            var (record, number, length) = (bytes[1], bytes[2], BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]));
            bytes = bytes[5..];
            if (length > bytes.Length)
            {
                return;
            }

            var value = bytes[..length];
            bytes = bytes[length..];
            if (record == 2 && number != 0 && value.Length > 0)
            {
                var name = Names.GetValueOrDefault(number) ?? number.ToString(CultureInfo.InvariantCulture);
                texts.Add($"iptc {name}", Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Encoding.Latin1.GetString(value));
            }
        }
    }

    /// <summary>Finds the records among Photoshop's resources (resource 0x0404).</summary>
    public static void ReadPhotoshop(ReadOnlySpan<byte> bytes, ImageTexts texts)
    {
        while (bytes.Length >= 12 && bytes.StartsWith("8BIM"u8))
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
            var head = 6 + ((bytes[6] + 2) & ~1);
            if (head + 4 > bytes.Length)
            {
                return;
            }

            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[head..]);
            if (length > bytes.Length - head - 4)
            {
                return;
            }

            if (id == 0x0404)
            {
                Read(bytes.Slice(head + 4, (int)length), texts);
            }

            bytes = bytes[Math.Min(bytes.Length, head + 4 + (((int)length + 1) & ~1))..];
        }
    }
}
