using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Reads calendar dates of the years 1900 to 2029.</summary>
internal static class DateReader
{
    private static readonly string[] MonthNames =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    private static readonly byte[][] Months = [.. MonthNames.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>Where a date stands; <see cref="End"/> is 0 where there is none.</summary>
    public readonly record struct Reading(int Start, int End);

    /// <summary>Year first, or day and month in either order before the year, with the same sign between.</summary>
    public static Reading Numbers(ReadOnlySpan<byte> text, int start)
    {
        var at = start;
        var first = Number(text, ref at, 4, out var firstDigits);
        var sign = At(text, at++);
        var second = Number(text, ref at, 2, out var secondDigits);
        if (sign is not ((byte)'-' or (byte)'/' or (byte)'.') || At(text, at++) != sign || secondDigits == 0)
        {
            return default;
        }

        var third = Number(text, ref at, 4, out var thirdDigits);
        var isDate = firstDigits == 4 ? thirdDigits <= 2 && IsDate(first, second, third)
            : thirdDigits == 4 && firstDigits <= 2 && (IsDate(third, second, first) || IsDate(third, first, second));
        return isDate ? new Reading(start, at) : default;
    }

    /// <summary>A month's English name with a day before or behind it, found at the year: <c>12 March 1985</c>, <c>March 12th, 1985</c>.</summary>
    public static Reading Words(ReadOnlySpan<byte> text, int yearAt)
    {
        var end = yearAt;
        var year = Number(text, ref end, 4, out var yearDigits);
        var at = SkipBack(text, yearAt);
        if (yearDigits != 4 || at == yearAt)
        {
            return default;
        }

        int day, month, start;
        if (Ascii.IsDigit(At(text, at - 1)) || IsOrdinal(text, at))
        {
            at = DayBack(text, at, out day);
            start = MonthBack(text, SkipBack(text, at), out month);
        }
        else
        {
            at = MonthBack(text, at, out month);
            start = DayBack(text, SkipBack(text, at), out day);
        }

        return month > 0 && IsDate(year, month, day) ? new Reading(start, end) : default;
    }

    private static bool IsOrdinal(ReadOnlySpan<byte> text, int end) =>
        Ascii.IsLetter(At(text, end - 1)) && Ascii.IsLetter(At(text, end - 2)) && Ascii.IsDigit(At(text, end - 3));

    private static int DayBack(ReadOnlySpan<byte> text, int end, out int day)
    {
        end -= IsOrdinal(text, end) ? 2 : 0;
        var start = end;
        while (end - start < 2 && Ascii.IsDigit(At(text, start - 1)))
        {
            start--;
        }

        day = 0;
        for (var at = start; at < end; at++)
        {
            day = (day * 10) + text[at] - '0';
        }

        return start;
    }

    /// <summary>The month's name, whole or its first three or four letters, that ends here; 0 for none.</summary>
    private static int MonthBack(ReadOnlySpan<byte> text, int end, out int month)
    {
        var start = end;
        while (end - start < 10 && Ascii.IsLetter(At(text, start - 1)))
        {
            start--;
        }

        var length = end - start;
        for (month = 12; month > 0; month--)
        {
            var name = Months[month - 1];
            if (length >= 3 && length <= name.Length && (length <= 4 || length == name.Length) && Ascii.StartsWithAnyCase(text[start..end], name.AsSpan(0, length)))
            {
                break;
            }
        }

        return start;
    }

    private static int SkipBack(ReadOnlySpan<byte> text, int at)
    {
        for (var skipped = 0; skipped < 2 && At(text, at - 1) is (byte)' ' or (byte)'.' or (byte)',' or (byte)'-' or (byte)'/'; skipped++)
        {
            at--;
        }

        return at;
    }

    private static int Number(ReadOnlySpan<byte> text, ref int at, int most, out int digits)
    {
        var number = 0;
        for (digits = 0; digits < most && Ascii.IsDigit(At(text, at)); digits++)
        {
            number = (number * 10) + text[at++] - '0';
        }

        return number;
    }

    private static bool IsDate(int year, int month, int day) =>
        year is >= 1900 and <= 2029 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static byte At(ReadOnlySpan<byte> text, int index) => (uint)index < (uint)text.Length ? text[index] : (byte)0;
}
