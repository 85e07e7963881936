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

    /// <summary>A month's English name with day and year around it: <c>12 March 1985</c>, <c>March 12, 1985</c>.</summary>
    public static Reading Words(ReadOnlySpan<byte> text, int monthAt)
    {
        var month = Month(text, monthAt, out var at);
        if (month == 0)
        {
            return default;
        }

        at = SkipBetween(text, at);
        var afterMonth = Number(text, ref at, 4, out var digits);
        if (digits == 4)
        {
            var start = DayBefore(text, monthAt, out var day);
            return IsDate(afterMonth, month, day) ? new Reading(start, at) : default;
        }

        at += digits > 0 && Ascii.IsLetter(At(text, at)) && Ascii.IsLetter(At(text, at + 1)) ? 2 : 0;
        at = SkipBetween(text, at);
        var year = Number(text, ref at, 4, out var yearDigits);
        return digits > 0 && yearDigits == 4 && IsDate(year, month, afterMonth) ? new Reading(monthAt, at) : default;
    }

    private static int Month(ReadOnlySpan<byte> text, int at, out int end)
    {
        var length = 0;
        while (length < 10 && Ascii.IsLetter(At(text, at + length)))
        {
            length++;
        }

        end = at + length;
        for (var month = 0; length >= 3 && month < Months.Length; month++)
        {
            if (length <= Months[month].Length && Ascii.StartsWithAnyCase(text[at..], Months[month].AsSpan(0, length)) && (length <= 4 || length == Months[month].Length))
            {
                return month + 1;
            }
        }

        return 0;
    }

    private static int DayBefore(ReadOnlySpan<byte> text, int monthAt, out int day)
    {
        var at = monthAt - 1;
        at -= At(text, at) is (byte)' ' or (byte)'-' or (byte)'.' ? 1 : 0;
        at -= At(text, at) == (byte)'.' ? 1 : 0;
        at -= Ascii.IsLetter(At(text, at)) && Ascii.IsLetter(At(text, at - 1)) ? 2 : 0;
        var start = at + 1;
        while (start > at - 1 && Ascii.IsDigit(At(text, start - 1)))
        {
            start--;
        }

        day = 0;
        for (var i = start; i <= at; i++)
        {
            day = (day * 10) + text[i] - '0';
        }

        return start;
    }

    private static int SkipBetween(ReadOnlySpan<byte> text, int at)
    {
        for (var skipped = 0; skipped < 2 && At(text, at) is (byte)' ' or (byte)'.' or (byte)',' or (byte)'-'; skipped++)
        {
            at++;
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
