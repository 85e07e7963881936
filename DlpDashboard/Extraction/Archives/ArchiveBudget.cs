using System.Globalization;

namespace DlpDashboard.Extraction.Archives;

/// <summary>What the archives of one object may still cost, all levels together.</summary>
/// <param name="limits">The limits.</param>
/// <param name="over">Cancelled when the object's time is over.</param>
internal sealed class ArchiveBudget(ExtractionLimits limits, CancellationToken over = default)
{
    private const int MaxBombs = 16;

    private long _decompressed;
    private int _entries;
    private int _bombs;
    private long _memory;

    /// <summary>The limits.</summary>
    public ExtractionLimits Limits { get; } = limits;

    /// <summary>Why nothing more of this object is read; null while there is budget.</summary>
    public string? Stop { get; private set; }

    /// <summary>Decompressed bytes that may still be read.</summary>
    public long BytesLeft => Limits.DecompressedBytes - _decompressed;

    /// <summary>Counts an entry; false where there were too many.</summary>
    public bool TryTakeEntry()
    {
        if (_entries == Limits.Entries)
        {
            Stop ??= string.Create(CultureInfo.InvariantCulture, $"Only the first {Limits.Entries:N0} entries were read: the archive has more.");
            return false;
        }

        _entries++;
        return true;
    }

    /// <summary>Takes memory for a decoder's window or a page; false where too little is left.</summary>
    public bool TryTakeMemory(long bytes)
    {
        if (bytes < 0 || bytes > Limits.MemoryBytes - _memory)
        {
            return false;
        }

        _memory += bytes;
        return true;
    }

    /// <summary>Gives memory back.</summary>
    public void GiveMemory(long bytes) => _memory -= bytes;

    /// <summary>Counts decompressed bytes, as long as there is time.</summary>
    public void Take(int bytes)
    {
        over.ThrowIfCancellationRequested();
        _decompressed += bytes;
    }

    /// <summary>No bytes are left.</summary>
    public string StopForBytes() => Stop ??= string.Create(
        CultureInfo.InvariantCulture, $"Reading stopped after {Limits.DecompressedBytes:N0} decompressed bytes, the limit of one object.");

    /// <summary>An entry decompressed to more than the ratio allows; after several the object is left alone.</summary>
    public string CountBomb()
    {
        var reason = string.Create(CultureInfo.InvariantCulture, $"Reading stopped: it decompresses to more than {Limits.Ratio} times its size.");
        if (++_bombs == MaxBombs)
        {
            Stop ??= reason;
        }

        return reason;
    }
}
