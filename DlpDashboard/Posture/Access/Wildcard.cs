namespace DlpDashboard.Posture.Access;

/// <summary>Patterns with <c>*</c> and <c>?</c>, matched in time linear in both but for steps back to the last star.</summary>
internal static class Wildcard
{
    /// <summary>Whether all of a text is what a pattern says.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool ignoresCase = false)
    {
        int p = 0, t = 0, star = -1, behind = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, behind) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || AreSame(pattern[p], text[t], ignoresCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                (p, t) = (star + 1, ++behind);
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].Trim('*').IsEmpty;
    }

    /// <summary>Whether a text has a wildcard or a policy variable, so that it may stand for more than one value.</summary>
    public static bool IsOpen(string text) => text.AsSpan().ContainsAny('*', '?') || text.Contains("${", StringComparison.Ordinal);

    /// <summary>A text the pattern takes: each star for nothing, each question mark for an x.</summary>
    public static string Example(string pattern) => pattern.Replace("*", "", StringComparison.Ordinal).Replace('?', 'x');

    private static bool AreSame(char one, char other, bool ignoresCase) => one == other || (ignoresCase && char.ToLowerInvariant(one) == char.ToLowerInvariant(other));
}
