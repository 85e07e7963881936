namespace DlpDashboard.Detection.Checks;

/// <summary>Estonian and Lithuanian personal codes (EVS 585:2007): century and sex, birth date, serial, and a digit modulo 11 in two steps.</summary>
internal static class BalticCode
{
    /// <summary>Whether date and check digit are right.</summary>
    public static bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'1' and <= (byte)'8' && Weighted.IsYearMonthDay(value, 1) && Check(value) == Weighted.Digit(value, 10);

    private static int Check(ReadOnlySpan<byte> value)
    {
        var first = Weighted.Sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
        return first < 10 ? first : Weighted.Sum(value, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10;
    }
}
