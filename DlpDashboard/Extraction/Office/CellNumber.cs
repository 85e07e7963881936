using System.Globalization;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Writes numbers of cells so that they are found: whole numbers in all their digits, others with ten, days as <c>yyyy-MM-dd</c>, patterns of digits with their signs.
/// </summary>
internal static class CellNumber
{
    /// <summary>Characters of the longest number written.</summary>
    public const int MaxLength = 512;

    private const int DaysFrom1900To1904 = 1462;
    private const double LastDay = 2_958_466;

    /// <summary>Writes a number.</summary>
    /// <param name="raw">The number as the file has it, at most 256 characters.</param>
    /// <param name="format">How it is shown.</param>
    /// <param name="is1904">Whether days count from 1904.</param>
    /// <param name="into">At least <see cref="MaxLength"/> characters.</param>
    /// <returns>Characters written.</returns>
    public static int Write(ReadOnlySpan<char> raw, CellFormat format, bool is1904, Span<char> into)
    {
        raw = raw.Trim();
        var isPlain = raw.IndexOfAnyExceptInRange('0', '9') < 0;
        if ((isPlain && format.Shape == CellShape.Number) || !double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            raw.CopyTo(into);
            return raw.Length;
        }

        return Write(value, raw, format, is1904, into);
    }

    /// <summary>Writes a number given in binary.</summary>
    public static int Write(double value, CellFormat format, bool is1904, Span<char> into)
    {
        Span<char> raw = stackalloc char[32];
        value.TryFormat(raw, out var length, provider: CultureInfo.InvariantCulture);
        return Write(value, raw[..length], format, is1904, into);
    }

    private static int Write(double value, ReadOnlySpan<char> raw, CellFormat format, bool is1904, Span<char> into)
    {
        var isWhole = Math.Abs(value) < 1e19 && Math.Truncate(value) == value;
        switch (format.Shape)
        {
            case CellShape.Date or CellShape.Time when value is >= 0 and < LastDay:
                return WriteTime(value + (is1904 ? DaysFrom1900To1904 : 0), format.Shape, into);
            case CellShape.Digits when isWhole && value >= 0:
                return WriteDigits(value, format.Pattern, into);
            default:
                if (isWhole && value.TryFormat(into, out var length, "F0", CultureInfo.InvariantCulture))
                {
                    return length;
                }

                // Fractions as people see them: the last digits of a binary number say nothing, and look like numbers of something.
                if (value.TryFormat(into, out length, "G10", CultureInfo.InvariantCulture) && double.IsFinite(value))
                {
                    return length;
                }

                raw.CopyTo(into);
                return raw.Length;
        }
    }

    private static int WriteTime(double days, CellShape shape, Span<char> into)
    {
        // Day 60 is the 29 February 1900, which was not: before it the count is one ahead.
        var time = DateTime.FromOADate(Math.Min(days < 60 ? days + 1 : days, LastDay - 1)).AddMilliseconds(500);
        var code = shape == CellShape.Time ? "HH:mm:ss" : Math.Truncate(days) == days ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        time.TryFormat(into, out var length, code, CultureInfo.InvariantCulture);
        return length;
    }

    // From the right: each slot takes a digit, the first one what is left; signs stay.
    private static int WriteDigits(double value, string code, Span<char> into)
    {
        Span<char> digits = stackalloc char[32];
        value.TryFormat(digits, out var count, "F0", CultureInfo.InvariantCulture);
        var section = SectionFor(value, code);
        var slots = 0;
        foreach (var c in new PatternMarks(section))
        {
            slots += c.IsSlot ? 1 : 0;
        }

        var (length, left) = (0, count);
        foreach (var mark in new PatternMarks(section))
        {
            if (!mark.IsSlot)
            {
                into[length++] = mark.Sign;
                continue;
            }

            for (; left > slots; left--)
            {
                into[length++] = digits[count - left];
            }

            if (left == slots)
            {
                into[length++] = digits[count - left--];
            }
            else if (mark.Sign == '0')
            {
                into[length++] = '0';
            }

            slots--;
        }

        return length;
    }

    // "[<=9999999]###-####;(###) ###-####": the first section up to the bound, else the second.
    private static ReadOnlySpan<char> SectionFor(double value, string code)
    {
        var first = code.IndexOf(';', StringComparison.Ordinal);
        var isBound = code.StartsWith("[<", StringComparison.Ordinal) && first > 0;
        var close = isBound ? code.IndexOf(']', StringComparison.Ordinal) : -1;
        if (close > 0 && double.TryParse(code.AsSpan(2, close - 2).TrimStart('='), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound) && value > bound)
        {
            var rest = code.AsSpan(first + 1);
            return rest.IndexOf(';') is >= 0 and var second ? rest[..second] : rest;
        }

        return first >= 0 ? code.AsSpan(0, first) : code;
    }
}
