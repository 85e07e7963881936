using System.Text.RegularExpressions;

namespace DlpDashboard.Detection.Custom;

/// <summary>Which regular expressions are taken: well formed, without backtracking, bounded in size, and finding something.</summary>
public static class PatternCheck
{
    /// <summary>Longest expression, in characters.</summary>
    public const int LongestPattern = 2_000;

    /// <summary>What is wrong with an expression, or null.</summary>
    /// <param name="pattern">As somebody wrote it.</param>
    /// <param name="isCaseSensitive">Whether upper and lower case will differ.</param>
    public static PatternFault? FaultOf(string pattern, bool isCaseSensitive)
    {
        if (pattern.Length is 0 or > LongestPattern)
        {
            return new PatternFault($"Write an expression of 1 to {LongestPattern:N0} characters.", null);
        }

        if (Unusable(pattern) is var at and >= 0)
        {
            return new PatternFault("\\G, comments and the option x cannot be used here. Leave them out.", at + 1);
        }

        // Before the engine writes the repeats out.
        var size = PatternSize.Of(pattern, out var largest);
        return size > PatternSize.Most
            ? new PatternFault($"Written out, its repeats make {size:N0} states; {PatternSize.Most:N0} are allowed. Lower the counts in braces, or use + or * instead.", largest < 0 ? null : largest + 1)
            : CompileFault(pattern, isCaseSensitive);
    }

    /// <summary>What would change how the rest is read, so that its size could not be told; -1 without any.</summary>
    private static int Unusable(string pattern)
    {
        for (var at = 0; at + 1 < pattern.Length; at++)
        {
            if (pattern[at] == '\\')
            {
                if (pattern[at + 1] == 'G')
                {
                    return at;
                }

                at++;
            }
            else if (pattern[at] == '(' && pattern[at + 1] == '?')
            {
                var option = at + 2;
                while (option < pattern.Length && pattern[option] is 'i' or 'm' or 'n' or 's' or '-')
                {
                    option++;
                }

                if (option < pattern.Length && pattern[option] is 'x' or '#')
                {
                    return at;
                }
            }
        }

        return -1;
    }

    private static PatternFault? CompileFault(string pattern, bool isCaseSensitive)
    {
        try
        {
            var regex = PatternMatcher.Compile(pattern, isCaseSensitive);
            return regex.IsMatch("")
                ? new PatternFault("It finds empty places too, so it would find something everywhere. Ask for at least one character: + instead of *, or no ? around the whole.", null)
                : null;
        }
        catch (RegexParseException wrong)
        {
            return new PatternFault(SentenceOf(wrong.Error), Math.Clamp(wrong.Offset, 1, pattern.Length));
        }
        catch (NotSupportedException)
        {
            return new PatternFault("Back references, lookarounds, atomic groups and conditions need backtracking, which can take for ever, and cannot be used. Put required or excluded words near the value instead.", null);
        }
    }

    private static string SentenceOf(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "A group is opened and never closed. Add a ) or write \\( for the sign itself.",
        RegexParseError.InsufficientOpeningParentheses => "A ) closes nothing. Take it away or write \\) for the sign itself.",
        RegexParseError.UnterminatedBracket => "A set is opened by [ and never closed. Add a ] or write \\[ for the sign itself.",
        RegexParseError.QuantifierAfterNothing or RegexParseError.NestedQuantifiersNotParenthesized => "A repeat stands behind nothing that can be repeated. Write \\ before the sign for the sign itself.",
        RegexParseError.ReversedQuantifierRange => "A repeat's first number is greater than its second. Turn them around.",
        RegexParseError.ReversedCharacterRange => "A range in a set runs backwards. Turn it around.",
        RegexParseError.UnescapedEndingBackslash => "It ends in a single \\. Write \\\\ for the sign itself.",
        RegexParseError.UnrecognizedEscape => "There is no such escape. Write the sign without \\, or check the spelling.",
        RegexParseError.InvalidUnicodePropertyEscape or RegexParseError.MalformedUnicodePropertyEscape => "There is no such class of characters. \\p{L} are letters, \\p{N} numbers.",
        RegexParseError.UndefinedNamedReference or RegexParseError.UndefinedNumberedReference => "It refers to a group that is not there, and such references cannot be used. Leave it out.",
        _ => "It cannot be read from here on. Check brackets, braces and escapes.",
    };
}
