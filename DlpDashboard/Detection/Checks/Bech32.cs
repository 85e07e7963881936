using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Checks;

/// <summary>Segregated-witness addresses: a human part, 1, data of five bits a character and six characters of check (BIP 173, and BIP 350 for later witness versions).</summary>
internal static class Bech32
{
    private const uint Plain = 1, Modified = 0x2BC830A3;

    private static readonly sbyte[] Values = Read();

    private static ReadOnlySpan<byte> Alphabet => "qpzry9x8gf2tvdw0s3jn54khce6mua7l"u8;

    /// <summary>Whether a byte, in either case, is one of the 32.</summary>
    public static bool Has(byte sign) => Values[sign] >= 0;

    /// <summary>Whether the check holds for an address whose human part has a length.</summary>
    public static bool IsValid(ReadOnlySpan<byte> text, int human)
    {
        var sum = 1u;
        foreach (var sign in text[..human])
        {
            sum = Step(sum, (uint)Ascii.ToLower(sign) >> 5);
        }

        sum = Step(sum, 0);
        foreach (var sign in text[..human])
        {
            sum = Step(sum, (uint)Ascii.ToLower(sign) & 31);
        }

        foreach (var sign in text[(human + 1)..])
        {
            if (Values[sign] < 0)
            {
                return false;
            }

            sum = Step(sum, (uint)Values[sign]);
        }

        return sum == (Values[text[human + 1]] == 0 ? Plain : Modified);
    }

    private static uint Step(uint sum, uint value)
    {
        var top = sum >> 25;
        sum = ((sum & 0x1FFFFFF) << 5) ^ value;
        return sum ^ ((top & 1) != 0 ? 0x3B6A57B2u : 0) ^ ((top & 2) != 0 ? 0x26508E6Du : 0) ^ ((top & 4) != 0 ? 0x1EA119FAu : 0)
            ^ ((top & 8) != 0 ? 0x3D4233DDu : 0) ^ ((top & 16) != 0 ? 0x2A1462B3u : 0);
    }

    private static sbyte[] Read()
    {
        var values = new sbyte[256];
        Array.Fill(values, (sbyte)-1);
        for (var place = 0; place < Alphabet.Length; place++)
        {
            values[Alphabet[place]] = values[Ascii.ToUpper(Alphabet[place])] = (sbyte)place;
        }

        return values;
    }
}
