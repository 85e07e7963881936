namespace DlpDashboard.Detection.Custom;

/// <summary>The folded text around one value, and the name of its field.</summary>
internal sealed class NearbyText
{
    /// <summary>Longest distance, in characters.</summary>
    public const int LongestDistance = 300;

    private readonly byte[] _before = new byte[LongestDistance * 4];
    private readonly byte[] _after = new byte[LongestDistance * 4];
    private readonly byte[] _key = new byte[512];
    private int _beforeLength;
    private int _afterLength;
    private int _keyLength;

    /// <summary>Reads what stands around a value.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The value's first byte.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="distance">How many characters count on each side. A word that the distance cuts does not count.</param>
    /// <param name="key">The name of the field.</param>
    public void Read(ReadOnlySpan<byte> text, int start, int end, int distance, ReadOnlySpan<byte> key)
    {
        int from = start, to = end;
        for (var left = distance; from > 0 && left > 0; from--)
        {
            left -= (text[from - 1] & 0xC0) == 0x80 ? 0 : 1;
        }

        while (from > 0 && from < start && WordBits.IsWord(text[from - 1]) && WordBits.IsWord(text[from]))
        {
            from++;
        }

        for (var left = distance; to < text.Length && (left > 0 || (text[to] & 0xC0) == 0x80); to++)
        {
            left -= (text[to] & 0xC0) == 0x80 ? 0 : 1;
        }

        while (to < text.Length && to > end && WordBits.IsWord(text[to]) && WordBits.IsWord(text[to - 1]))
        {
            to--;
        }

        _beforeLength = FoldedText.Write(text[from..start], _before, [], keepsCase: false);
        _afterLength = FoldedText.Write(text[end..to], _after, [], keepsCase: false);
        _keyLength = NearbyWords.FoldKey(key, _key);
    }

    /// <summary>The first of the words that stands in the field's name, before or behind the value; -1 if none does.</summary>
    public (int Word, bool IsKey) Find(NearbyWords words)
    {
        if (words.IsEmpty)
        {
            return (-1, false);
        }

        var keyed = words.In(_key.AsSpan(0, _keyLength));
        var before = keyed >= 0 ? -1 : words.In(_before.AsSpan(0, _beforeLength));
        return keyed >= 0 ? (keyed, true) : (before >= 0 ? before : words.In(_after.AsSpan(0, _afterLength)), false);
    }
}
