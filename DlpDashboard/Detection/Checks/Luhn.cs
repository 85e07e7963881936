namespace DlpDashboard.Detection.Checks;

/// <summary>Check digits of numbers given as digit values 0 to 9.</summary>
internal static class Luhn
{
    /// <summary>ISO/IEC 7812-1, annex B: every second digit from the right but one doubled, the sum a multiple of ten.</summary>
    public static bool IsValid(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        var doubled = false;
        for (var i = digits.Length - 1; i >= 0; i--, doubled = !doubled)
        {
            int digit = digits[i];
            sum += doubled ? (digit > 4 ? (digit * 2) - 9 : digit * 2) : digit;
        }

        return sum % 10 == 0;
    }
}
