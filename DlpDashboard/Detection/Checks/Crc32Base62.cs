namespace DlpDashboard.Detection.Checks;

/// <summary>The check at the end of GitHub's tokens: CRC-32 (ISO-HDLC) of the random part, in base 62, six characters, padded with zeros.</summary>
internal static class Crc32Base62
{
    private static readonly uint[] Table = BuildTable();

    private static ReadOnlySpan<byte> Alphabet => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8;

    /// <summary>Whether the last six characters check the ones before.</summary>
    public static bool IsValid(ReadOnlySpan<byte> token)
    {
        Span<byte> check = stackalloc byte[6];
        Write(token[..^6], check);
        return token[^6..].SequenceEqual(check);
    }

    /// <summary>Writes the six characters that check a text.</summary>
    public static void Write(ReadOnlySpan<byte> text, Span<byte> check)
    {
        var crc = uint.MaxValue;
        foreach (var value in text)
        {
            crc = Table[(crc ^ value) & 255] ^ (crc >> 8);
        }

        crc = ~crc;
        for (var i = 5; i >= 0; i--, crc /= 62)
        {
            check[i] = Alphabet[(int)(crc % 62)];
        }
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
