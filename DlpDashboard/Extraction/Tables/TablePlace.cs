using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DlpDashboard.Extraction.Tables;

/// <summary>
/// A place in a delimited table (RFC 4180, read tolerantly): quotes open only at a field's start, a doubled quote stays inside,
/// a quote elsewhere is text. Rows end with LF, or with CRLF whose CR counts as text.
/// </summary>
internal struct TablePlace
{
    private const int WordSize = 64;
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';

    /// <summary>The place at the start of a table.</summary>
    public static readonly TablePlace Start = new() { _mayOpen = true };

    private bool _isQuoted;

    // The last byte was a delimiter, a row's end or a closing quote: a quote here opens (again).
    private bool _mayOpen;

    /// <summary>Rows ended before the place.</summary>
    public long Row { get; private set; }

    /// <summary>Delimiters between the row's start and the place.</summary>
    public int Column { get; private set; }

    /// <summary>Moves over the source, 64 bytes at a time where its quotes are regular.</summary>
    public void Advance(ReadOnlySpan<byte> source, byte delimiter)
    {
        while (source.Length >= WordSize)
        {
            if (!TryAdvanceWord(ref MemoryMarshal.GetReference(source), delimiter))
            {
                AdvanceSlowly(source[..WordSize], delimiter);
            }

            source = source[WordSize..];
        }

        AdvanceSlowly(source, delimiter);
    }

    private void AdvanceSlowly(ReadOnlySpan<byte> source, byte delimiter)
    {
        foreach (var b in source)
        {
            if (b == Quote)
            {
                var opens = !_isQuoted && _mayOpen;
                _mayOpen = _isQuoted;
                _isQuoted = opens;
            }
            else if (!_isQuoted)
            {
                _mayOpen = b == delimiter || b == LineFeed;
                if (b == LineFeed)
                {
                    (Row, Column) = (Row + 1, 0);
                }
                else if (b == delimiter)
                {
                    Column++;
                }
            }
        }
    }

    private bool TryAdvanceWord(ref byte word, byte delimiter)
    {
        var quotes = MaskOf(ref word, Quote);
        var ends = MaskOf(ref word, LineFeed);
        var delimiters = MaskOf(ref word, delimiter);
        var inside = _isQuoted ? ulong.MaxValue : 0;
        if (quotes != 0)
        {
            inside ^= ParityOf(quotes);
            var opening = quotes & inside;
            var mayOpen = ((delimiters | ends | quotes) << 1) | (_mayOpen ? 1UL : 0);
            if ((opening & ~mayOpen) != 0)
            {
                return false;
            }

            _isQuoted = (inside >> (WordSize - 1)) != 0;
        }

        ends &= ~inside;
        delimiters &= ~inside;
        _mayOpen = ((ends | delimiters | (quotes & ~inside)) >> (WordSize - 1)) != 0;
        if (ends != 0)
        {
            Row += BitOperations.PopCount(ends);
            var last = BitOperations.LeadingZeroCount(ends);
            Column = last == 0 ? 0 : BitOperations.PopCount(delimiters >> (WordSize - last));
        }
        else
        {
            Column += BitOperations.PopCount(delimiters);
        }

        return true;
    }

    // Bit i tells whether an odd number of quotes stands at or before byte i.
    private static ulong ParityOf(ulong quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ (quotes << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MaskOf(ref byte word, byte value)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            return Vector512.Equals(Vector512.LoadUnsafe(ref word), Vector512.Create(value)).ExtractMostSignificantBits();
        }

        var wanted = Vector256.Create(value);
        var low = Vector256.Equals(Vector256.LoadUnsafe(ref word), wanted).ExtractMostSignificantBits();
        var high = Vector256.Equals(Vector256.LoadUnsafe(ref word, 32), wanted).ExtractMostSignificantBits();
        return low | ((ulong)high << 32);
    }
}
