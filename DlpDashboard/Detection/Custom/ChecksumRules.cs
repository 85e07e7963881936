using DlpDashboard.Detection.Checks;
using Ascii = DlpDashboard.Detection.Verification.Ascii;

namespace DlpDashboard.Detection.Custom;

/// <summary>Computes what <see cref="ChosenChecksum"/> names.</summary>
internal static class ChecksumRules
{
    /// <summary>Longest number that is checked; a longer one is refused.</summary>
    private const int Longest = 64;

    private static ReadOnlySpan<byte> DammTable =>
    [
        0, 3, 1, 7, 5, 9, 8, 6, 4, 2, 7, 0, 9, 2, 1, 5, 4, 8, 6, 3, 4, 2, 0, 6, 8, 7, 1, 3, 5, 9, 1, 7, 5, 0, 9, 8, 3, 4, 2, 6, 6, 1, 2, 3, 0, 4, 5, 9, 7, 8,
        3, 6, 7, 4, 2, 0, 9, 5, 8, 1, 5, 8, 6, 9, 7, 2, 0, 1, 3, 4, 8, 9, 4, 5, 3, 6, 2, 0, 1, 7, 9, 4, 3, 8, 6, 1, 7, 2, 0, 5, 2, 5, 8, 1, 4, 3, 6, 7, 9, 0,
    ];

    /// <summary>Whether a value carries the check digit. One without at least two digits never does.</summary>
    public static bool Holds(ChosenChecksum checksum, ReadOnlySpan<byte> value)
    {
        if (checksum == ChosenChecksum.None)
        {
            return true;
        }

        Span<byte> signs = stackalloc byte[Longest];
        var count = Compact(value, signs);
        if (count < 2)
        {
            return false;
        }

        signs = signs[..count];
        return checksum switch
        {
            ChosenChecksum.Mod97 => Remainder97(signs, 0) == 1,
            ChosenChecksum.Iban => count > 4 && Remainder97(signs[..4], Remainder97(signs[4..], 0)) == 1,
            ChosenChecksum.Mod11 => IsMod11(signs),
            _ => IsOfDigits(checksum, signs),
        };
    }

    private static bool IsOfDigits(ChosenChecksum checksum, Span<byte> signs)
    {
        for (var i = 0; i < signs.Length; i++)
        {
            if (!Ascii.IsDigit(signs[i]))
            {
                return false;
            }

            signs[i] -= (byte)'0';
        }

        return checksum switch
        {
            ChosenChecksum.Luhn => Luhn.IsValid(signs),
            ChosenChecksum.Verhoeff => Verhoeff.IsValid(signs),
            ChosenChecksum.Damm => IsDamm(signs),
            _ => IsMod1110(signs),
        };
    }

    /// <summary>Letters and digits alone, letters as capitals; -1 where there are too many.</summary>
    private static int Compact(ReadOnlySpan<byte> value, Span<byte> signs)
    {
        var count = 0;
        foreach (var sign in value)
        {
            if (!Ascii.IsLetterOrDigit(sign))
            {
                continue;
            }

            if (count == signs.Length)
            {
                return -1;
            }

            signs[count++] = Ascii.ToUpper(sign);
        }

        return count;
    }

    private static int Remainder97(ReadOnlySpan<byte> signs, int remainder)
    {
        foreach (var sign in signs)
        {
            remainder = Ascii.IsDigit(sign) ? ((remainder * 10) + sign - '0') % 97 : ((remainder * 100) + sign - 'A' + 10) % 97;
        }

        return remainder;
    }

    private static bool IsMod11(ReadOnlySpan<byte> signs)
    {
        var sum = 0;
        for (var i = 0; i < signs.Length; i++)
        {
            var isLast = i == signs.Length - 1;
            if (!Ascii.IsDigit(signs[i]) && !(isLast && signs[i] == (byte)'X'))
            {
                return false;
            }

            sum += (signs.Length - i) * (signs[i] == (byte)'X' ? 10 : signs[i] - '0');
        }

        return sum % 11 == 0;
    }

    private static bool IsMod1110(ReadOnlySpan<byte> digits)
    {
        var product = 10;
        for (var i = 0; i < digits.Length - 1; i++)
        {
            var sum = (digits[i] + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (product + digits[^1]) % 10 == 1;
    }

    private static bool IsDamm(ReadOnlySpan<byte> digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = DammTable[(interim * 10) + digit];
        }

        return interim == 0;
    }
}
