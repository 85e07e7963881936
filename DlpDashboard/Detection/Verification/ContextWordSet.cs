using System.Runtime.Intrinsics;
using System.Text;

namespace DlpDashboard.Detection.Verification;

/// <summary>The words that support one detector, found in text or keys without allocation. A reference to a word is its place in the catalogue, from 1.</summary>
internal sealed class ContextWordSet
{
    public static readonly ContextWordSet Empty = new([], []);

    private static readonly List<string> Names = [""];

    private readonly byte[][] _words;
    private readonly ushort[] _references;
    private readonly WordFilter _filter;

    /// <summary>By a word's first byte, in either case, one more than the place of the first such word; 0 for none. Words with the same first byte stand together.</summary>
    private readonly byte[] _firstWord = new byte[256];

    /// <summary>Low five bits of a word's first byte by those of its second: most words of a text end here.</summary>
    private readonly uint[] _pairs = new uint[32];

    private ContextWordSet(byte[][] words, ushort[] references)
    {
        _words = words;
        _references = references;
        _filter = new WordFilter(words);
        Bloom = WordBloom.Of(words);
        foreach (var word in words)
        {
            _pairs[word[0] & 31] |= word.Length < 2 || word[1] == (byte)' ' ? uint.MaxValue : 1u << (word[1] & 31);
        }

        for (var place = words.Length - 1; place >= 0; place--)
        {
            _firstWord[words[place][0]] = _firstWord[Ascii.ToUpper(words[place][0])] = (byte)(place + 1);
        }
    }

    /// <summary>By which words of a text or key can be told from all of these at once.</summary>
    public Vector256<ulong> Bloom { get; }

    /// <summary>Makes the set of one detector; called by the catalogue only, while it is built.</summary>
    public static ContextWordSet Create(IReadOnlyList<string> words)
    {
        // Longer first, so that "card number" is named and not "card".
        var ordered = words.OrderBy(word => word[0]).ThenByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).ToArray();
        var references = new ushort[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var name = ordered[i].Replace(' ', '_');
            var known = Names.IndexOf(name);
            references[i] = (ushort)(known > 0 ? known : Names.Count);
            if (known < 0)
            {
                Names.Add(name);
            }
        }

        return new ContextWordSet([.. ordered.Select(Encoding.UTF8.GetBytes)], references);
    }

    /// <summary>The word of a reference as reasons name it.</summary>
    public static string NameOf(ushort reference) => Names[reference];

    /// <summary>The word nearest before the value, else the first one after it on its line; 0 if there is none.</summary>
    /// <remarks>
    /// Before the value the words of its own line count; where only punctuation stands before it on its line, those of the line above, as in forms and lists.
    /// </remarks>
    public ushort FindNear(ReadOnlySpan<byte> text, int start, int end)
    {
        var from = Math.Max(0, start - DetectorRule.ContextBefore);
        from += StartOfContext(text[from..start]);
        for (var last = start; last > from;)
        {
            var first = Math.Max(from, last - WordStarts.Width);
            for (var starts = StartsIn(text, first, last - first); starts != 0;)
            {
                var bit = 63 - System.Numerics.BitOperations.LeadingZeroCount(starts);
                starts &= ~(1UL << bit);
                if (CanBegin(text, first + bit) && MatchAt(text, first + bit, start) is var found and > 0)
                {
                    return found;
                }
            }

            last = first;
        }

        return FindAfter(text, end);
    }

    private ulong StartsIn(ReadOnlySpan<byte> text, int from, int length)
    {
        var possible = _filter.Of(text, from);
        possible &= length >= WordStarts.Width ? ulong.MaxValue : (1UL << length) - 1;
        return possible == 0 ? 0 : possible & WordStarts.Of(text, from, length);
    }

    private bool CanBegin(ReadOnlySpan<byte> text, int at) =>
        at + 1 < text.Length && ((_pairs[text[at] & 31] >> (text[at + 1] & 31)) & 1) != 0 && _firstWord[text[at]] > 0;

    private ushort FindAfter(ReadOnlySpan<byte> text, int end)
    {
        var to = Math.Min(text.Length, end + DetectorRule.ContextAfter);
        var line = text[end..to].IndexOf((byte)'\n');
        to = line < 0 ? to : end + line;
        for (var starts = StartsIn(text, end, to - end); starts != 0; starts &= starts - 1)
        {
            var at = end + System.Numerics.BitOperations.TrailingZeroCount(starts);
            if (CanBegin(text, at) && MatchAt(text, at, to) is var found and > 0)
            {
                return found;
            }
        }

        return 0;
    }

    /// <summary>Where the value's line begins in what stands before it; the line above counts too if the value begins its line.</summary>
    private static int StartOfContext(ReadOnlySpan<byte> before)
    {
        var line = before.LastIndexOf((byte)'\n');
        while (line >= 0)
        {
            if (HasWord(before[line..]))
            {
                return line + 1;
            }

            line = before[..line].LastIndexOf((byte)'\n');
        }

        return 0;
    }

    private static bool HasWord(ReadOnlySpan<byte> line)
    {
        foreach (var value in line)
        {
            if (Ascii.IsWord(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word within a key, a column's or property's name; 0 if there is none.</summary>
    public ushort FindInKey(ReadOnlySpan<byte> key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (_firstWord[key[i]] > 0 && IsWordStart(key, i) && MatchAt(key, i, key.Length) is var found and > 0)
            {
                return found;
            }
        }

        return 0;
    }

    internal static bool IsWordStart(ReadOnlySpan<byte> text, int at)
    {
        var before = at > 0 ? text[at - 1] : (byte)0;
        return !Ascii.IsLetter(before) || (Ascii.IsLower(before) && Ascii.IsUpper(text[at]));
    }

    private ushort MatchAt(ReadOnlySpan<byte> text, int at, int limit)
    {
        var first = Ascii.ToLower(text[at]);
        for (var w = _firstWord[first] - 1; w < _words.Length && _words[w][0] == first; w++)
        {
            var end = EndOfMatch(text[..limit], at, _words[w]);
            if (end > 0 && IsWordEnd(text, end))
            {
                return _references[w];
            }
        }

        return 0;
    }

    private static int EndOfMatch(ReadOnlySpan<byte> text, int at, byte[] word)
    {
        foreach (var expected in word)
        {
            if (expected == (byte)' ')
            {
                at += at < text.Length && text[at] is (byte)' ' or (byte)'_' or (byte)'-' or (byte)'.' ? 1 : 0;
                continue;
            }

            if (at >= text.Length || Ascii.ToLower(text[at++]) != expected)
            {
                return -1;
            }
        }

        return at;
    }

    private static bool IsWordEnd(ReadOnlySpan<byte> text, int end)
    {
        if (end >= text.Length || !Ascii.IsLetter(text[end]))
        {
            // A Greek, Cyrillic, Hebrew or Arabic word that goes on is another word.
            return end >= text.Length || (text[end] & 0xE0) != 0xC0 || text[end - 1] < 0x80;
        }

        // A capital after a small letter begins the next word of a camelCase name; a single s is the plural.
        return (Ascii.IsUpper(text[end]) && Ascii.IsLower(text[end - 1]))
            || (Ascii.ToLower(text[end]) == (byte)'s' && (end + 1 >= text.Length || !Ascii.IsLetter(text[end + 1])));
    }
}
