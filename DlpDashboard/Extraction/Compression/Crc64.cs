using System.Buffers.Binary;

namespace DlpDashboard.Extraction.Compression;

/// <summary>CRC-64 as xz writes it: ECMA-182's polynomial, lowest bit first. Eight bytes a step.</summary>
internal static class Crc64
{
    private const ulong Polynomial = 0xC96C5795D7870F42;

    private static readonly ulong[][] Tables = MakeTables();

    /// <summary>Continues a checksum; it begins and ends with 0.</summary>
    public static ulong Append(ulong checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        while (bytes.Length >= 8)
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            ulong next = 0;
            for (var i = 0; i < 8; i++)
            {
                next ^= Tables[7 - i][(byte)(crc >> (8 * i))];
            }

            crc = next;
            bytes = bytes[8..];
        }

        foreach (var b in bytes)
        {
            crc = Tables[0][(byte)(crc ^ b)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static ulong[][] MakeTables()
    {
        var tables = new ulong[8][];
        for (var t = 0; t < tables.Length; t++)
        {
            tables[t] = new ulong[256];
            for (var i = 0; i < 256; i++)
            {
                var crc = t == 0 ? (ulong)i : tables[t - 1][i];
                for (var bit = 0; t == 0 && bit < 8; bit++)
                {
                    crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
                }

                tables[t][i] = t == 0 ? crc : tables[0][(byte)crc] ^ (crc >> 8);
            }
        }

        return tables;
    }
}
