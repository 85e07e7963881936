using System.Text.RegularExpressions;

namespace DlpDashboard.Detection.Custom;

/// <summary>
/// One regular expression over a stretch of text. The engine is linear for one match, but may read far ahead for each: matches are looked for in slices, and where they come
/// close together in short ones, so that the work stays linear in the text whatever the expression.
/// </summary>
internal sealed class PatternMatcher
{
    /// <summary>Longest value, in characters; of a longer match its beginning is the value.</summary>
    public const int LongestValue = 1024;

    /// <summary>Without backtracking: no expression and no text can make it slow. <c>^</c> and <c>$</c> are line borders.</summary>
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Multiline;

    private const int WideSlice = 16 * 1024, NarrowSlice = 2 * LongestValue, CloseMatches = 128;

    private readonly Regex _regex;

    public PatternMatcher(string pattern, bool isCaseSensitive) => _regex = Compile(pattern, isCaseSensitive);

    /// <summary>The expression as it is looked with.</summary>
    /// <exception cref="ArgumentException">It is malformed (<see cref="RegexParseException"/>).</exception>
    /// <exception cref="NotSupportedException">It needs backtracking.</exception>
    public static Regex Compile(string pattern, bool isCaseSensitive) =>
        new(pattern, isCaseSensitive ? Linear : Linear | RegexOptions.IgnoreCase, Regex.InfiniteMatchTimeout);

    /// <summary>Adds the matches that begin from <paramref name="from"/> on and before <paramref name="stop"/>, in order, none over another.</summary>
    /// <returns>Where to go on: <paramref name="stop"/>, or behind the last match.</returns>
    /// <param name="text">The text; behind <paramref name="stop"/> at least <see cref="LongestValue"/> characters unless it ends.</param>
    /// <param name="from">The first place.</param>
    /// <param name="stop">One past the last.</param>
    /// <param name="found">Receives the matches.</param>
    public int Find(ReadOnlySpan<char> text, int from, int stop, List<(int Start, int End)> found)
    {
        var width = WideSlice;
        while (from < stop)
        {
            var end = Math.Min(text.Length, from + width);
            var settled = end == text.Length ? stop : Math.Min(stop, end - LongestValue);
            var before = found.Count;
            from = FindInSlice(text[..end], from, settled, found);
            width = found.Count - before >= CloseMatches ? NarrowSlice : WideSlice;
        }

        return from;
    }

    private int FindInSlice(ReadOnlySpan<char> text, int from, int settled, List<(int Start, int End)> found)
    {
        // One character before the slice tells word and line borders.
        var first = Math.Max(0, from - 1);
        var count = 0;
        foreach (var match in _regex.EnumerateMatches(text[first..], from - first))
        {
            var start = first + match.Index;
            if (start >= settled)
            {
                break;
            }

            if (match.Length > 0)
            {
                found.Add((start, start + Math.Min(match.Length, LongestValue)));
                from = start + match.Length;
                if (++count == CloseMatches)
                {
                    return from;
                }
            }
        }

        return Math.Max(from, settled);
    }
}
