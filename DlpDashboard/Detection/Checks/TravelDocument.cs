using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Lines of machine-readable travel documents and their check digits, ICAO Doc 9303 parts 3 to 7.</summary>
internal static class TravelDocument
{
    /// <summary>Whether a byte may stand in such a line.</summary>
    public static bool Has(byte sign) => Ascii.IsUpper(sign) || Ascii.IsDigit(sign) || sign == (byte)'<';

    /// <summary>How many of them stand in a row, <paramref name="most"/> and one more at most.</summary>
    public static int Run(in Candidate candidate, int at, int most)
    {
        var length = 0;
        while (length <= most && Has(candidate.At(at + length)))
        {
            length++;
        }

        return length;
    }

    /// <summary>Whether the lower line of a document with two lines of 36 or 44 holds: number, birth, expiry and all of them together.</summary>
    public static bool IsLower(ReadOnlySpan<byte> line)
    {
        if (!IsChecked(line, 0, 9) || !IsChecked(line, 13, 6) || !IsChecked(line, 21, 6) || !IsSex(line[20]) || !IsDate(line[13..]))
        {
            return false;
        }

        Span<byte> all = stackalloc byte[44];
        line[..10].CopyTo(all);
        line[13..20].CopyTo(all[10..]);
        line[21..^1].CopyTo(all[17..]);
        return IsDigitOf(all[..(17 + line.Length - 22)], line[^1]);
    }

    /// <summary>Whether the first two of three lines of 30 hold.</summary>
    public static bool IsCard(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> middle)
    {
        if (!IsChecked(middle, 0, 6) || !IsChecked(middle, 8, 6) || !IsSex(middle[7]) || !IsDate(middle) || (upper[14] != (byte)'<' && !IsChecked(upper, 5, 9)))
        {
            return false;
        }

        Span<byte> all = stackalloc byte[50];
        upper[5..30].CopyTo(all);
        middle[..7].CopyTo(all[25..]);
        middle[8..15].CopyTo(all[32..]);
        middle[18..29].CopyTo(all[39..]);
        return IsDigitOf(all, middle[29]);
    }

    private static bool IsChecked(ReadOnlySpan<byte> line, int at, int length) => IsDigitOf(line.Slice(at, length), line[at + length]);

    private static bool IsSex(byte sign) => sign is (byte)'M' or (byte)'F' or (byte)'X' or (byte)'<';

    private static bool IsDate(ReadOnlySpan<byte> at) => Ascii.IsDigit(at[5]) && (!Ascii.IsDigit(at[2]) || Weighted.Two(at, 2) <= 12);

    // The sign < counts nothing.
    private static bool IsDigitOf(ReadOnlySpan<byte> field, byte digit)
    {
        Span<byte> read = stackalloc byte[50];
        field.CopyTo(read);
        read[..field.Length].Replace((byte)'<', (byte)'0');
        return DocumentNumber.CheckDigit(read[..field.Length]) == (digit == (byte)'<' ? 0 : digit - '0');
    }
}
