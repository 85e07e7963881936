using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Reads numbers as they are written: in one run, or in groups with the same separator throughout.</summary>
internal static class NumberReader
{
    /// <summary>Reads at most <paramref name="digits"/>.Length digits without separators.</summary>
    /// <returns>How many there are; one more than fits if the run goes on.</returns>
    public static int Run(in Candidate candidate, int at, Span<byte> digits)
    {
        var count = 0;
        while (Ascii.IsDigit(candidate.At(at + count)))
        {
            if (count == digits.Length)
            {
                return count + 1;
            }

            digits[count] = (byte)(candidate.At(at + count) - '0');
            count++;
        }

        return count;
    }

    /// <summary>Reads groups of the given sizes, parted by one separator out of <paramref name="separators"/>, the same each time.</summary>
    /// <returns>One past the last digit, or -1 if it is not written so.</returns>
    public static int Groups(in Candidate candidate, int at, ReadOnlySpan<byte> sizes, ReadOnlySpan<byte> separators, Span<byte> digits, out byte separator)
    {
        separator = candidate.At(at + sizes[0]);
        var count = 0;
        if (!separators.Contains(separator))
        {
            return -1;
        }

        for (var group = 0; group < sizes.Length; group++)
        {
            if (group > 0 && candidate.At(at++) != separator)
            {
                return -1;
            }

            for (var i = 0; i < sizes[group]; i++, at++)
            {
                if (!Ascii.IsDigit(candidate.At(at)))
                {
                    return -1;
                }

                digits[count++] = (byte)(candidate.At(at) - '0');
            }
        }

        return at;
    }

    /// <summary>Whether a row of numbers goes on in front or behind: a blank and four to six hexadecimal digits that stand alone, on the same line.</summary>
    public static bool IsInRow(in Candidate candidate, int start, int end)
    {
        int before = start - 2, after = end + 1;
        while (start - before < 9 && Ascii.IsHex(candidate.At(before)))
        {
            before--;
        }

        while (after - end < 9 && Ascii.IsHex(candidate.At(after)))
        {
            after++;
        }

        return (candidate.At(start - 1) is (byte)' ' or (byte)'\t' && start - before is >= 6 and <= 8 && candidate.At(before) is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)',')
            || (candidate.At(end) is (byte)' ' or (byte)'\t' && after - end is >= 5 and <= 7 && candidate.At(after) is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)',' or 0);
    }

    /// <summary>Whether groups of four count up or down in small steps, as page numbers and code points in a row do.</summary>
    public static bool IsCounting(ReadOnlySpan<byte> digits)
    {
        for (var at = 4; at + 4 <= digits.Length; at += 4)
        {
            var step = Math.Abs(Four(digits[at..]) - Four(digits[(at - 4)..]));
            if (step is 0 or > 20)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one digit stands over and over, or each is one more (or less) than the one before.</summary>
    public static bool IsMonotonous(ReadOnlySpan<byte> digits)
    {
        if (digits.IndexOfAnyExcept(digits[0]) < 0)
        {
            return true;
        }

        var step = (digits[1] - digits[0] + 10) % 10;
        if (step is not (1 or 9))
        {
            return false;
        }

        for (var i = 2; i < digits.Length; i++)
        {
            if ((digits[i] - digits[i - 1] + 10) % 10 != step)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Whether it stands below others in a table of codes drawn from few digits, such as strokes or steps: three numbers near before it and itself have at most five different digits, which
    /// numbers of offices have once in millions of times.
    /// </summary>
    public static bool IsInTableOfFewDigits(ref Candidate candidate, int start, int end)
    {
        const int Behind = 192, Enough = 3, Shortest = 8, MostDigits = 5;
        var seen = DigitsOf(candidate.Slice(start, end));
        var (runs, reached) = (0, 0);
        for (var at = start - 1; runs < Enough && at > start - Behind && System.Numerics.BitOperations.PopCount(seen) <= MostDigits; at--)
        {
            var last = at;
            while (Ascii.IsDigit(candidate.At(at)))
            {
                at--;
            }

            if (last - at >= Shortest && !Ascii.IsWord(candidate.At(at)) && !Ascii.IsWord(candidate.At(last + 1)))
            {
                seen |= DigitsOf(candidate.Slice(at + 1, last + 1));
                runs++;
            }

            reached = start - at;
        }

        candidate.Work += reached;
        return runs == Enough && System.Numerics.BitOperations.PopCount(seen) <= MostDigits;
    }

    private static uint DigitsOf(ReadOnlySpan<byte> digits)
    {
        var seen = 0U;
        foreach (var digit in digits)
        {
            seen |= 1U << (digit - '0');
        }

        return seen;
    }

    private static int Four(ReadOnlySpan<byte> digits) => (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];
}
