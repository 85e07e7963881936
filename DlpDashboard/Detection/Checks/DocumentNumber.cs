using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Numbers of letters and digits, in which A counts 10 and Z 35.</summary>
internal static class DocumentNumber
{
    /// <summary>What a digit or capital counts.</summary>
    public static int ValueOf(byte sign) => Ascii.IsDigit(sign) ? sign - '0' : sign - 'A' + 10;

    /// <summary>Whether a character that is never used stands in it.</summary>
    public static bool HasAny(ReadOnlySpan<byte> value, ReadOnlySpan<byte> unused)
    {
        foreach (var sign in value)
        {
            if (unused.Contains(sign))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The check digit of machine-readable travel documents: weights 7, 3, 1 over and over, modulo 10 (ICAO Doc 9303, part 3, 4.9).</summary>
    public static int CheckDigit(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            sum += ValueOf(value[i]) * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }

        return sum % 10;
    }

    /// <summary>The remainder of ISO/IEC 7064 MOD 97-10, letters as two digits.</summary>
    public static int Remainder97(ReadOnlySpan<byte> value)
    {
        var remainder = 0;
        foreach (var sign in value)
        {
            var worth = ValueOf(sign);
            remainder = ((remainder * (worth > 9 ? 100 : 10)) + worth) % 97;
        }

        return remainder;
    }
}
