namespace DlpDashboard.Extraction.Compression;

/// <summary>CRC-32 with the highest bit first, as bzip2 takes it.</summary>
internal static class Bzip2Checksum
{
    /// <summary>By the top byte.</summary>
    public static readonly uint[] Table = Make();

    private static uint[] Make()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            var crc = i << 24;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 0x80000000) == 0 ? crc << 1 : (crc << 1) ^ 0x04C11DB7;
            }

            table[i] = crc;
        }

        return table;
    }
}
