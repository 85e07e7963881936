using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>ISO/IEC 7064.</summary>
internal static class Iso7064
{
    /// <summary>MOD 97-10 over letters and digits, the first four taken last as ISO 13616 wants: the remainder must be 1.</summary>
    public static bool IsValidIban(ReadOnlySpan<byte> compact) => Remainder(compact[..4], Remainder(compact[4..], 0)) == 1;

    private static int Remainder(ReadOnlySpan<byte> text, int remainder)
    {
        foreach (var value in text)
        {
            remainder = Ascii.IsDigit(value) ? ((remainder * 10) + value - '0') % 97 : ((remainder * 100) + value - 'A' + 10) % 97;
        }

        return remainder;
    }
}
