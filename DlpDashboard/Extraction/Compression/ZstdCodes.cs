namespace DlpDashboard.Extraction.Compression;

/// <summary>The constant tables of zstd's sequences (RFC 8878, 3.1.1.3.2.1 and 3.1.1.3.2.2).</summary>
internal static class ZstdCodes
{
    /// <summary>The largest code of a literals length.</summary>
    public const int MaxLiterals = 35;

    /// <summary>The largest code of a match length.</summary>
    public const int MaxMatch = 52;

    /// <summary>The largest code of an offset that is read.</summary>
    public const int MaxOffset = 31;

    /// <summary>Counts of the literals lengths' codes where a block names none, of 64.</summary>
    public static ReadOnlySpan<short> LiteralsCounts =>
        [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1];

    /// <summary>The same of match lengths, of 64.</summary>
    public static ReadOnlySpan<short> MatchCounts =>
        [
            1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            -1, -1, -1, -1, -1, -1, -1,
        ];

    /// <summary>The same of offsets, of 32.</summary>
    public static ReadOnlySpan<short> OffsetCounts => [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1];

    /// <summary>Extra bits of the literals lengths' codes.</summary>
    public static ReadOnlySpan<byte> LiteralsBits => [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

    /// <summary>Their first lengths.</summary>
    public static ReadOnlySpan<int> LiteralsFirst =>
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536];

    /// <summary>Extra bits of the match lengths' codes.</summary>
    public static ReadOnlySpan<byte> MatchBits =>
        [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
        ];

    /// <summary>Their first lengths.</summary>
    public static ReadOnlySpan<int> MatchFirst =>
        [
            3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34,
            35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539,
        ];
}
