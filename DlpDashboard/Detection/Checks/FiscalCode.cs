using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Italian fiscal codes (D.M. 23 December 1976): where two people would share one, digits are written as letters from the right (omocodia).</summary>
internal static class FiscalCode
{
    private static ReadOnlySpan<byte> Odd => [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

    /// <summary>Whether month, day and check letter are right.</summary>
    public static bool IsValid(ReadOnlySpan<byte> value)
    {
        foreach (var at in (ReadOnlySpan<byte>)[6, 7, 9, 10, 12, 13, 14])
        {
            if (DigitOf(value[at]) < 0)
            {
                return false;
            }
        }

        var day = (DigitOf(value[9]) * 10) + DigitOf(value[10]);
        return "ABCDEHLMPRST"u8.Contains(value[8]) && day is (>= 1 and <= 31) or (>= 41 and <= 71) && CheckLetter(value[..15]) == value[15];
    }

    private static byte CheckLetter(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var place = Ascii.IsDigit(value[i]) ? value[i] - '0' : value[i] - 'A';
            sum += i % 2 == 0 ? Odd[place] : place;
        }

        return (byte)('A' + (sum % 26));
    }

    private static int DigitOf(byte sign) => Ascii.IsDigit(sign) ? sign - '0' : "LMNPQRSTUV"u8.IndexOf(sign);
}
