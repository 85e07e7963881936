namespace DlpDashboard.Detection.Custom;

/// <summary>
/// The terms of one list, folded and sorted. From a place in a text it is walked byte by byte, the range of terms that still fit narrowing, so that a question
/// costs the length of the longest term and not their number.
/// </summary>
internal sealed class TermTable
{
    /// <summary>Longest term, in folded bytes.</summary>
    public const int LongestTerm = 200;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly bool _keepsCase;
    private readonly bool _wholeWords;

    public TermTable(IEnumerable<string> terms, bool keepsCase, bool wholeWords)
    {
        (_keepsCase, _wholeWords) = (keepsCase, wholeWords);
        var folded = terms.Select(term => FoldedText.Of(term, keepsCase)).Where(term => term.Length is > 0 and <= LongestTerm).ToArray();
        Array.Sort(folded, (one, other) => one.AsSpan().SequenceCompareTo(other));
        _starts = new int[folded.Length + 1];
        for (var i = 0; i < folded.Length; i++)
        {
            _starts[i + 1] = _starts[i] + folded[i].Length;
        }

        _bytes = [.. folded.SelectMany(term => term)];
    }

    /// <summary>Where the longest term that stands at the text's beginning ends, in bytes of the text; 0 if there is none.</summary>
    /// <param name="text">From the first byte on, with at least <see cref="LongestTerm"/> times two bytes behind it where there are so many.</param>
    public int Match(ReadOnlySpan<byte> text)
    {
        Span<byte> folded = stackalloc byte[LongestTerm + 4];
        Span<int> ends = stackalloc int[LongestTerm + 4];
        var length = FoldedText.Write(text, folded, ends, _keepsCase);
        int low = 0, high = _starts.Length - 1, best = 0;
        for (var depth = 0; depth < length && low < high; depth++)
        {
            low = Bound(low, high, depth, folded[depth]);
            high = Bound(low, high, depth, folded[depth] + 1);

            // Of the terms that fit, one that ends here comes first.
            if (low < high && _starts[low + 1] - _starts[low] == depth + 1 && IsEnd(text, ends[depth]))
            {
                best = ends[depth];
            }
        }

        return best;
    }

    private bool IsEnd(ReadOnlySpan<byte> text, int end) => !_wholeWords || end >= text.Length || !WordBits.IsWord(text[end]);

    /// <summary>The first term within the range whose byte at a depth is not below a value; terms that end before have none and come first.</summary>
    private int Bound(int low, int high, int depth, int value)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var at = _starts[middle] + depth;
            if (at >= _starts[middle + 1] || _bytes[at] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
