namespace DlpDashboard.Extraction;

/// <summary>How much one object may cost. Reaching a limit ends in <see cref="ExtractionState.Partial"/> with its reason.</summary>
internal sealed record ExtractionLimits
{
    /// <summary>The limits used where nobody sets others.</summary>
    public static readonly ExtractionLimits Default = new();

    /// <summary>Archives inside archives.</summary>
    public int Depth { get; init; } = 5;

    /// <summary>Entries read in one object, those of nested archives counted.</summary>
    public int Entries { get; init; } = 10_000;

    /// <summary>Decompressed bytes for each compressed byte, looked at after <see cref="RatioFloor"/> bytes.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Decompressed bytes below which the ratio means nothing.</summary>
    public long RatioFloor { get; init; } = 1024 * 1024;

    /// <summary>Decompressed bytes of one object, all levels together.</summary>
    public long DecompressedBytes { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>Memory for the windows, pages and dictionaries of one object's decoders, all levels together; what needs more is read in part.</summary>
    public long MemoryBytes { get; init; } = 40L * 1024 * 1024;

    /// <summary>The largest zip that is copied aside because its stream cannot seek (the directory of a zip is at its end).</summary>
    public long SpoolBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The part of such a copy that stays in memory; what is larger goes to a private temporary file that is gone when it is closed.</summary>
    public int SpoolMemoryBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long one object may take, detection included; none is zero. Each byte gives more at <see cref="SlowestRate"/>.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes of the object a second below which its time runs out: a slow storage is above it, a stream that trickles is not.</summary>
    public long SlowestRate { get; init; } = 1024 * 1024;

    /// <summary>The program that reads text in images (<c>tesseract</c>), by its path; null where it is not read.</summary>
    public string? OcrProgram { get; init; }

    /// <summary>Where temporary files go.</summary>
    public string SpoolFolder { get; init; } = Path.GetTempPath();
}
