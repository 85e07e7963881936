using System.Numerics;
using System.Runtime.InteropServices;

namespace DlpDashboard.Extraction.Text;

/// <summary>
/// A place in lines. Lines end with LF, CRLF or CR alone, as editors take them; columns count UTF-16 units of the line before the place.
/// </summary>
internal struct LinePlace
{
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';

    private bool _afterReturn;

    /// <summary>Line breaks before the place.</summary>
    public long Breaks { get; private set; }

    /// <summary>UTF-16 units between the last break and the place.</summary>
    public long Units { get; private set; }

    /// <summary>UTF-16 units between the text's start and the place.</summary>
    public long TotalUnits { get; private set; }

    /// <summary>Moves over UTF-8 text, cut anywhere, even between CR and LF or inside a character.</summary>
    public void Advance(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_afterReturn && text[0] == LineFeed)
        {
            text = text[1..];
            _afterReturn = false;
            TotalUnits++;
            if (text.IsEmpty)
            {
                return;
            }
        }

        _afterReturn = text[^1] == Return;
        var breaks = CountBreaks(text);
        if (breaks == 0)
        {
            var added = CountUnits(text);
            (Units, TotalUnits) = (Units + added, TotalUnits + added);
            return;
        }

        var start = text.LastIndexOfAny(LineFeed, Return) + 1;
        Breaks += breaks;
        Units = CountUnits(text[start..]);
        TotalUnits += CountUnits(text[..start]) + Units;
    }

    /// <summary>UTF-16 units of UTF-8 text: each character's first byte is one, that of a character above U+FFFF two.</summary>
    internal static long CountUnits(ReadOnlySpan<byte> text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text.Length;
        }

        long units = text.Length;
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(text);
        var signed = MemoryMarshal.Cast<byte, Vector<sbyte>>(text);
        var continuation = new Vector<sbyte>(-64);
        var fourByteLead = new Vector<byte>(0xF0);
        for (var i = 0; i < vectors.Length; i++)
        {
            // Continuation bytes 80..BF are the signed values below -64.
            var skipped = Vector.LessThan(signed[i], continuation);
            var doubled = Vector.GreaterThanOrEqual(vectors[i], fourByteLead);
            units += CountOnes(Vector.AsVectorByte(doubled)) - CountOnes(Vector.AsVectorByte(skipped));
        }

        foreach (var b in text[(vectors.Length * Vector<byte>.Count)..])
        {
            units += b >= 0xF0 ? 1 : (b & 0xC0) == 0x80 ? -1 : 0;
        }

        return units;
    }

    // Each set lane is 0xFF; as ones in 64-bit words they are eight bits a lane.
    private static int CountOnes(Vector<byte> mask)
    {
        var words = Vector.AsVectorUInt64(mask);
        var bits = 0;
        for (var i = 0; i < Vector<ulong>.Count; i++)
        {
            bits += BitOperations.PopCount(words[i]);
        }

        return bits / 8;
    }

    private static long CountBreaks(ReadOnlySpan<byte> text)
    {
        var feeds = text.Count(LineFeed);
        return text.Contains(Return) ? feeds + text.Count(Return) - text.Count("\r\n"u8) : feeds;
    }
}
