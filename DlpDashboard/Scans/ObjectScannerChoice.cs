using DlpDashboard.Extraction;

namespace DlpDashboard.Scans;

/// <summary>How objects are scanned.</summary>
internal sealed record ObjectScannerChoice
{
    /// <summary>The key of the samples' hashes (<see cref="Detection.ValueHash"/>); empty leaves hashes empty.</summary>
    public ReadOnlyMemory<byte> HashKey { get; init; }

    /// <summary>Whether samples stand in clear: only where a person at a command line asked for it.</summary>
    public bool ShowsValues { get; init; }

    /// <summary>Whether the samples' spans are told too.</summary>
    public bool TellsSpans { get; init; }

    /// <summary>What archives may cost.</summary>
    public ExtractionLimits Limits { get; init; } = ExtractionLimits.Default;

    /// <summary>Only the first bytes of each object are read; one that is longer ends as partial. Null reads all of it.</summary>
    public long? BytesPerObject { get; init; }

    /// <summary>Told of each number of bytes read, from any thread; or null.</summary>
    public Action<int>? OnRead { get; init; }
}
