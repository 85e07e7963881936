namespace DlpDashboard.Detection.Checks;

/// <summary>Sums over digits given as ASCII characters: most national check digits are a remainder of one.</summary>
internal static class Weighted
{
    /// <summary>The digits times the weights from the left, as many as there are weights.</summary>
    public static int Sum(ReadOnlySpan<byte> digits, ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += (digits[i] - '0') * weights[i];
        }

        return sum;
    }

    /// <summary>The number that digits write; at most eighteen.</summary>
    public static long Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit - '0';
        }

        return number;
    }

    /// <summary>One digit's value.</summary>
    public static int Digit(ReadOnlySpan<byte> digits, int at) => digits[at] - '0';

    /// <summary>Two digits' value.</summary>
    public static int Two(ReadOnlySpan<byte> digits, int at) => ((digits[at] - '0') * 10) + digits[at + 1] - '0';

    /// <summary>Luhn's check over ASCII digits (ISO/IEC 7812-1, annex B).</summary>
    public static bool IsLuhn(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        var isDoubled = false;
        for (var i = digits.Length - 1; i >= 0; i--, isDoubled = !isDoubled)
        {
            var digit = digits[i] - '0';
            sum += isDoubled ? (digit > 4 ? (digit * 2) - 9 : digit * 2) : digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>ISO/IEC 7064, MOD 11,10: the last digit checks the others.</summary>
    public static bool IsMod11And10(ReadOnlySpan<byte> digits)
    {
        var product = 10;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var sum = (digits[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (product + digits[^1] - '0') % 10 == 1;
    }

    /// <summary>Whether a year, month and day of the calendar; a year of two digits counts in any century.</summary>
    public static bool IsDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year < 100 ? 2000 + year : Math.Clamp(year, 1, 9999), month);

    /// <summary>Whether two digits each are year, month and day from a place on.</summary>
    public static bool IsYearMonthDay(ReadOnlySpan<byte> digits, int at = 0) => IsDate(Two(digits, at), Two(digits, at + 2), Two(digits, at + 4));

    /// <summary>Whether two digits each are day, month and year from a place on.</summary>
    public static bool IsDayMonthYear(ReadOnlySpan<byte> digits, int at = 0) => IsDate(Two(digits, at + 4), Two(digits, at + 2), Two(digits, at));
}
