using System.Buffers.Binary;
using System.Globalization;

namespace DlpDashboard.Extraction.Archives;

/// <summary>Opens the entries of one zip within the object's budget.</summary>
/// <param name="zip">The archive, which seeks.</param>
/// <param name="entries">What its directory names.</param>
/// <param name="budget">The object's budget.</param>
internal sealed class ZipEntries(Stream zip, List<ZipEntry> entries, ArchiveBudget budget)
{
    private readonly HashSet<long> _overlaps = FindOverlaps(entries);

    /// <summary>The entries in the directory's order.</summary>
    public IReadOnlyList<ZipEntry> All => entries;

    /// <summary>Reads one entry; damage and limits of its data are in the outcome, whatever the reader made of what came before.</summary>
    /// <param name="entry">One of <see cref="All"/>.</param>
    /// <param name="read">Reads the decompressed bytes.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public async ValueTask<ContentOutcome> ReadAsync(ZipEntry entry, Func<Stream, ValueTask<ContentOutcome>> read, CancellationToken cancellationToken)
    {
        if (_overlaps.Contains(entry.HeaderOffset))
        {
            return Failed("It overlaps another entry, as in archives made to exhaust their readers.");
        }

        if (entry.IsEncrypted)
        {
            return new ContentOutcome(ExtractionState.Encrypted, "It is protected by a password.", ContentKinds.Binary);
        }

        if (!ZipMethods.IsRead(entry.Method))
        {
            return new ContentOutcome(ExtractionState.Unsupported, $"Its compression method {entry.Method} is not read.", ContentKinds.Binary);
        }

        if (await FindDataAsync(entry, cancellationToken) is not { } start)
        {
            return Failed("Its header is damaged.");
        }

        var data = new SliceStream(zip, start, entry.CompressedSize);
        await using var inflater = ZipMethods.Open(entry, data, budget);
        await using var inflated = new InflatedStream(inflater, () => data.Given, budget);
        var outcome = await read(inflated);
        if (inflated.Stop is { } stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop, outcome.Kind);
        }

        var isShort = outcome.State == ExtractionState.Scanned && inflated.Given < entry.Size;
        return inflated.IsDamaged || isShort ? Damaged(inflated.Given) : outcome;
    }

    private static ContentOutcome Damaged(long read) => read == 0
        ? Failed("Its data is damaged.")
        : new ContentOutcome(
            ExtractionState.Partial,
            string.Create(CultureInfo.InvariantCulture, $"Its data is damaged: only its first {read:N0} bytes were read."),
            ContentKinds.Binary);

    private static ContentOutcome Failed(string reason) => new(ExtractionState.Failed, reason, ContentKinds.Binary);

    // The local header's own name and extra field lengths tell where the data begins (4.3.7).
    private async ValueTask<long?> FindDataAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        if (entry.HeaderOffset < 0 || entry.HeaderOffset > zip.Length - ZipEntry.HeaderSize)
        {
            return null;
        }

        var header = new byte[ZipEntry.HeaderSize];
        zip.Position = entry.HeaderOffset;
        await zip.ReadExactlyAsync(header, cancellationToken);
        var start = entry.HeaderOffset + ZipEntry.HeaderSize
            + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        var isWhole = BinaryPrimitives.ReadUInt32LittleEndian(header) == 0x04034B50 && start <= zip.Length && entry.CompressedSize <= zip.Length - start;
        return isWhole ? start : null;
    }

    // Header offsets of entries that begin inside the one before them: honest archives have none.
    private static HashSet<long> FindOverlaps(List<ZipEntry> entries)
    {
        var overlaps = new HashSet<long>();
        long end = 0;
        foreach (var entry in entries.OrderBy(e => e.HeaderOffset).ThenBy(e => e.CompressedSize))
        {
            if (entry.HeaderOffset < end)
            {
                overlaps.Add(entry.HeaderOffset);
            }

            var claimed = Math.Min(entry.CompressedSize, long.MaxValue / 4);
            end = Math.Max(end, Math.Clamp(entry.HeaderOffset, 0, long.MaxValue / 4) + ZipEntry.HeaderSize + claimed);
        }

        return overlaps;
    }
}
