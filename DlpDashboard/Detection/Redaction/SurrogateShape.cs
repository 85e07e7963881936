using DlpDashboard.Detection.Matching;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Redaction;

/// <summary>
/// Which characters may stand at each place of a surrogate: digits for digits, letters for letters of the same case, hexadecimal ones where all are. Signs stay. What tells the kind
/// of the value stays too where it shall be valid: an issuer's prefix, a card's network, an IBAN's country, a calling code, a top-level domain, the names within a connection string.
/// </summary>
internal static class SurrogateShape
{
    private static readonly byte[] Digits = [.. "0123456789"u8];
    private static readonly byte[] Lower = [.. "abcdefghijklmnopqrstuvwxyz"u8];
    private static readonly byte[] Upper = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"u8];

    /// <summary>By place the bytes that may stand there; null where the value's own stays.</summary>
    /// <param name="detector">Its kind.</param>
    /// <param name="value">The value.</param>
    /// <param name="sets">By place what the detector lets stand there; null where it did not see the value.</param>
    /// <param name="keepsKind">Whether what tells the kind stays.</param>
    public static byte[]?[] Of(Detector detector, ReadOnlySpan<byte> value, ByteSet[]? sets, bool keepsKind)
    {
        var places = new byte[]?[value.Length];
        var letters = HexDigitsOf(value);
        for (var at = 0; at < value.Length; at++)
        {
            var sign = value[at];
            var choices = Ascii.IsDigit(sign) ? Digits : Ascii.IsLower(sign) ? Lower[..letters] : Ascii.IsUpper(sign) ? Upper[..letters] : sign >= 0x80 ? Lower : null;
            if (choices is not null && keepsKind && sets is not null && !Array.TrueForAll(choices, sets[at].Holds))
            {
                choices = Array.FindAll(choices, sets[at].Holds);
            }

            places[at] = choices is { Length: > 1 } ? choices : null;
        }

        if (keepsKind)
        {
            KeepKind(detector, value, places);
        }

        return places;
    }

    /// <summary>How many letters count: six where value is hexadecimal.</summary>
    private static int HexDigitsOf(ReadOnlySpan<byte> value)
    {
        var hasDigit = false;
        foreach (var sign in value)
        {
            if ((Ascii.IsLetter(sign) && !Ascii.IsHex(sign)) || sign >= 0x80)
            {
                return Lower.Length;
            }

            hasDigit |= Ascii.IsDigit(sign);
        }

        return hasDigit ? 6 : Lower.Length;
    }

    private static void KeepKind(Detector detector, ReadOnlySpan<byte> value, byte[]?[] places)
    {
        if (detector.Id == "date-of-birth")
        {
            KeepLetters(value, places);
        }

        if (detector.Claim >= Claim.Container)
        {
            KeepNames(value, places);
        }

        if (detector.Mask == MaskStyle.Email && value.LastIndexOf((byte)'.') is var dot and > 0)
        {
            places.AsSpan(dot).Clear();
        }

        if (detector.Id == "cn-resident-id" && value.Length > 8)
        {
            // Of six digits of a place and eight of a birth date too few would be one.
            places.AsSpan(0, 2).Clear();
            places.AsSpan(6, 2).Clear();
        }

        if (value.Length > 1 && (value[^1] | 32) == 'x' && Ascii.IsDigit(value[^2]))
        {
            // The check digit of ten: drawn, it would be another letter.
            places[^1] = null;
        }

        var kept = detector.Id switch { "payment-card" => 4, "iban" => 2, "phone" => value[0] == (byte)'+' ? 3 : 1, _ => 0 };
        for (var at = 0; at < value.Length && kept > 0; at++)
        {
            kept -= Ascii.IsLetterOrDigit(value[at]) ? 1 : 0;
            places[at] = null;
        }
    }

    private static void KeepLetters(ReadOnlySpan<byte> value, byte[]?[] places)
    {
        for (var at = 0; at < value.Length; at++)
        {
            places[at] = Ascii.IsDigit(value[at]) ? places[at] : null;
        }
    }

    /// <summary>Keeps names before <c>=</c>, quoted names before <c>:</c>, the scheme of an address, the armour of a key and escapes.</summary>
    private static void KeepNames(ReadOnlySpan<byte> value, byte[]?[] places)
    {
        for (var at = 1; at < value.Length; at++)
        {
            if (value[at] == (byte)'=' || (value[at] == (byte)':' && (value[at - 1] is (byte)'"' or (byte)'\'' || value[at..].StartsWith("://"u8))))
            {
                KeepNameBefore(value, at, places);
            }
            else if (value[at - 1] == (byte)'\\')
            {
                places[at] = null;
            }
        }

        KeepEach(value, "service_account"u8, places);
        KeepEach(value, "-----BEGIN "u8, places);
        KeepEach(value, "-----END "u8, places);
    }

    private static void KeepNameBefore(ReadOnlySpan<byte> value, int sign, byte[]?[] places)
    {
        var at = sign - 1;
        at -= value[at] is (byte)'"' or (byte)'\'' ? 1 : 0;
        at -= at > 0 && value[at] == (byte)'\\' ? 1 : 0;
        while (at >= 0 && (Ascii.IsWord(value[at]) || value[at] is (byte)' ' or (byte)'-' or (byte)'+'))
        {
            places[at--] = null;
        }
    }

    /// <summary>Keeps a word wherever it stands, and the capitals behind it up to the dashes of an armour.</summary>
    private static void KeepEach(ReadOnlySpan<byte> value, ReadOnlySpan<byte> word, byte[]?[] places)
    {
        for (var from = 0; value[from..].IndexOf(word) is var at and >= 0;)
        {
            var begin = from + at;
            from = begin + word.Length;
            while (from < value.Length && (Ascii.IsUpper(value[from]) || value[from] == (byte)' ') && word[0] == (byte)'-')
            {
                from++;
            }

            places.AsSpan(begin, from - begin).Clear();
        }
    }
}
