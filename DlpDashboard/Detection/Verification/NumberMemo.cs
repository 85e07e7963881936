using DlpDashboard.Detection.Checks;

namespace DlpDashboard.Detection.Verification;

/// <summary>
/// What the layouts of numbers found at one anchor: many detectors give out numbers of the same layout, it is read once for all of them. One per scanner.
/// </summary>
internal sealed class NumberMemo
{
    private readonly Entry[] _entries = new Entry[ValueLayout.Count];
    private readonly byte[] _values = new byte[ValueLayout.Count * ValueLayout.Longest];
    private int _anchor = -1;
    private int _textLength = -1;
    private int _turn;

    /// <summary>Forgets all, where the text becomes another.</summary>
    public void Forget() => _anchor = _textLength = -1;

    /// <summary>Reads a number at the candidate's anchor, or remembers it.</summary>
    /// <param name="layout">How it is written.</param>
    /// <param name="candidate">Where.</param>
    /// <param name="value">Its digits and capitals.</param>
    /// <param name="end">One past its last byte.</param>
    /// <returns>What there is.</returns>
    public NumberReading Read(ValueLayout layout, in Candidate candidate, out ReadOnlySpan<byte> value, out int end)
    {
        if (candidate.Anchor != _anchor || candidate.Text.Length != _textLength)
        {
            (_anchor, _textLength) = (candidate.Anchor, candidate.Text.Length);
            _turn++;
        }

        ref var entry = ref _entries[layout.Number];
        var room = _values.AsSpan(layout.Number * ValueLayout.Longest, ValueLayout.Longest);
        if (entry.Turn != _turn)
        {
            entry.Turn = _turn;
            entry.Reading = ReadAnew(layout, candidate, room, out entry.Length, out entry.End);
        }

        value = room[..entry.Length];
        end = entry.End;
        return entry.Reading;
    }

    /// <summary>Reads a number at the candidate's anchor.</summary>
    /// <param name="layout">How it is written.</param>
    /// <param name="candidate">Where.</param>
    /// <param name="room">Filled with its digits and capitals; of <see cref="ValueLayout.Longest"/> bytes.</param>
    /// <param name="length">How many.</param>
    /// <param name="end">One past its last byte.</param>
    /// <returns>What there is.</returns>
    public static NumberReading ReadAnew(ValueLayout layout, in Candidate candidate, Span<byte> room, out int length, out int end)
    {
        var start = candidate.Anchor;
        end = layout.Read(candidate.Text, start, room, out length, out var separator);
        if (end < 0 || Ascii.IsWord(candidate.At(end)))
        {
            return NumberReading.None;
        }

        var value = room[..length];
        if (!candidate.StandsAlone(start, end, separator) || value.IndexOfAnyExcept(value[0]) < 0)
        {
            return NumberReading.Refused;
        }

        if (NumberReader.IsMonotonous(value))
        {
            return NumberReading.InSequence;
        }

        // Groups of four in a longer row are code points or a table; a number that ends in zeros only was made up.
        if ((separator == (byte)' ' && length % 4 == 0 && NumberReader.IsInRow(candidate, start, end)) || value.TrimEnd((byte)'0').Length < length / 2)
        {
            return NumberReading.Refused;
        }

        return IsHashLike(candidate.Slice(start, end)) ? NumberReading.HashLike : NumberReading.Alone;
    }

    // Small letters up to f and digits: the beginning of a hash far more often than a number of an office.
    private static bool IsHashLike(ReadOnlySpan<byte> text)
    {
        var hasLetter = false;
        foreach (var sign in text)
        {
            if (sign is >= (byte)'a' and <= (byte)'f')
            {
                hasLetter = true;
            }
            else if (!Ascii.IsDigit(sign))
            {
                return false;
            }
        }

        return hasLetter;
    }

    private struct Entry
    {
        public int Turn, End, Length;
        public NumberReading Reading;
    }
}
