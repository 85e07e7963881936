using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Reads words in capitals as names of people are written: <c>Ana</c>, <c>O'Neil</c>, <c>Jean-Luc</c>, <c>F.</c>, <c>van der Berg</c>.</summary>
internal static class NameReader
{
    /// <summary>The longest word taken for a name, in bytes.</summary>
    public const int LongestWord = 24;

    private static readonly WordHashes Particles = WordHashes.Of("de da do dos das del della dalla dalle dello delle di du der den van von zu zur bin ibn al el la le ter ten af av y");

    /// <summary>One past the last byte of the word in capitals at a place, or -1 where there is none.</summary>
    public static int Word(in Candidate candidate, int at)
    {
        if (!IsCapital(candidate, at))
        {
            return -1;
        }

        var end = at + 1;
        while (end - at <= LongestWord && (IsLetter(candidate.At(end)) || IsInner(candidate, end)))
        {
            end++;
        }

        return end - at > LongestWord ? -1 : end;
    }

    /// <summary>A middle initial, or a particle, and the blank behind it; else the place itself.</summary>
    public static int SkipMiddle(in Candidate candidate, int at)
    {
        if (Ascii.IsUpper(candidate.At(at)) && candidate.At(at + 1) == (byte)'.' && candidate.At(at + 2) == (byte)' ')
        {
            return at + 3;
        }

        for (var times = 0; times < 2 && Ascii.IsLower(candidate.At(at)); times++)
        {
            var end = at;
            while (end - at < 6 && Ascii.IsLower(candidate.At(end)))
            {
                end++;
            }

            if (candidate.At(end) != (byte)' ' || !Particles.Has(candidate.Slice(at, end)))
            {
                break;
            }

            at = end + 1;
        }

        return at;
    }

    /// <summary>Whether a letter of any alphabet: letters beyond ASCII have bytes of 128 and above.</summary>
    public static bool IsLetter(byte sign) => Ascii.IsLetter(sign) || sign >= 0x80;

    /// <summary>Whether small letters only stand behind the first one.</summary>
    public static bool IsTitled(ReadOnlySpan<byte> word)
    {
        var capitals = 0;
        foreach (var sign in word)
        {
            capitals += Ascii.IsUpper(sign) ? 1 : 0;
        }

        return capitals <= 1 || word.IndexOfAny((byte)'-', (byte)'\'') > 0 || (capitals == 2 && (word.StartsWith("Mc"u8) || word.StartsWith("Mac"u8)));
    }

    // Letters with accents in UTF-8: capitals of Latin-1 are C3 80 to C3 9E; of Latin Extended-A, C4 and C5, both cases are taken.
    private static bool IsCapital(in Candidate candidate, int at) =>
        Ascii.IsUpper(candidate.At(at)) || (candidate.At(at) == 0xC3 && candidate.At(at + 1) is >= 0x80 and <= 0x9E) || candidate.At(at) is 0xC4 or 0xC5 || candidate.At(at) is 0xCE or 0xD0;

    private static bool IsInner(in Candidate candidate, int at) => candidate.At(at) is (byte)'\'' or (byte)'-' && Ascii.IsUpper(candidate.At(at + 1)) && IsLetter(candidate.At(at + 2));
}
