using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Images;

/// <summary>Reads the directories of TIFF, which are EXIF's too: names, comments, serial numbers, and the place. Each directory is read once, whatever points to it.</summary>
internal sealed class ExifReader(ReadOnlyMemory<byte> tiff, ImageTexts texts)
{
    private const int MaxDirectories = 64;
    private const int MaxEntries = 1000;
    private const int MaxValue = 1024 * 1024;
    private const int EntrySize = 12;

    private readonly HashSet<uint> _seen = [];
    private readonly double?[] _degrees = new double?[2];
    private bool _isLittle;

    /// <summary>Reads all of it; what is damaged ends quietly.</summary>
    public void Read()
    {
        var bytes = tiff.Span;
        if (bytes.Length < 8)
        {
            return;
        }

        _isLittle = bytes[0] == 'I';
        var next = U32(bytes[4..]);
        while (next != 0)
        {
            next = ReadDirectory(next, isGps: false);
        }

        if (_degrees is [{ } latitude, { } longitude])
        {
            texts.Add("exif GPS location", string.Create(CultureInfo.InvariantCulture, $"{latitude:F6}, {longitude:F6}"));
        }
    }

    private uint ReadDirectory(uint at, bool isGps)
    {
        var bytes = tiff.Span;
        if (_seen.Count == MaxDirectories || !_seen.Add(at) || at > bytes.Length - 2)
        {
            return 0;
        }

        var count = Math.Min((int)U16(bytes[(int)at..]), MaxEntries);
        var end = at + 2L + (count * EntrySize);
        if (end > bytes.Length)
        {
            return 0;
        }

        for (var i = 0; i < count; i++)
        {
            ReadEntry(bytes.Slice((int)at + 2 + (i * EntrySize), EntrySize), isGps);
        }

        return end + 4 <= bytes.Length ? U32(bytes[(int)end..]) : 0;
    }

    private void ReadEntry(ReadOnlySpan<byte> entry, bool isGps)
    {
        var (tag, type) = (U16(entry), U16(entry[2..]));
        var value = ValueOf(entry, type);
        if (isGps)
        {
            ReadGps(tag, value);
            return;
        }

        switch (tag)
        {
            case ExifTags.Exif or ExifTags.Gps when value.Length >= 4:
                ReadDirectory(U32(value), tag == ExifTags.Gps);
                break;
            case ExifTags.Iptc:
                IptcReader.Read(value, texts);
                break;
            case ExifTags.Xmp:
                XmpReader.Read(value, texts);
                break;
            default:
                if (ExifTags.NameOf(tag) is { } name)
                {
                    texts.Add($"exif {name}", TextOf(tag, value));
                }

                break;
        }
    }

    private ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> entry, int type)
    {
        var size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 => 8, _ => 0 };
        var length = U32(entry[4..]) * (long)size;
        if (length <= 4)
        {
            return entry.Slice(8, (int)length);
        }

        var at = U32(entry[8..]);
        return length > MaxValue || at > tiff.Length - length ? default : tiff.Span.Slice((int)at, (int)length);
    }

    // 1 and 3 are the hemispheres, 2 and 4 degrees, minutes and seconds as fractions.
    private void ReadGps(int tag, ReadOnlySpan<byte> value)
    {
        if (tag is 2 or 4 && value.Length >= 24)
        {
            var degrees = Fraction(value) + (Fraction(value[8..]) / 60) + (Fraction(value[16..]) / 3600);
            ref var place = ref _degrees[(tag / 2) - 1];
            place = double.IsFinite(degrees) && degrees is >= 0 and <= 180 ? degrees * (place ?? 1) : null;
        }
        else if (tag is 1 or 3 && value.Length >= 1 && value[0] is (byte)'S' or (byte)'W')
        {
            _degrees[tag / 2] = -1;
        }
        else if (tag is 27 or 28 && value.Length > 8)
        {
            texts.Add("exif GPS area", TextOf(0x9286, value));
        }
    }

    private double Fraction(ReadOnlySpan<byte> value) => U32(value[4..]) is var below and not 0 ? U32(value) / (double)below : 0;

    private static string TextOf(int tag, ReadOnlySpan<byte> value)
    {
        if (ExifTags.IsWide(tag))
        {
            return Encoding.Unicode.GetString(value[..(value.Length & ~1)]);
        }

        // Comments tell their encoding in eight bytes.
        if (tag == 0x9286 && value.Length >= 8)
        {
            var isWide = value.StartsWith("UNICODE"u8);
            value = value[8..];
            if (isWide)
            {
                var isBig = value.Length >= 2 && value[0] == 0;
                return (isBig ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(value[..(value.Length & ~1)]);
            }
        }

        value = value.TrimEnd((byte)0);
        return Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Encoding.Latin1.GetString(value);
    }

    private int U16(ReadOnlySpan<byte> bytes) => _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private uint U32(ReadOnlySpan<byte> bytes) => _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
