using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Reads a zip by its central directory, entry by entry. A stream that cannot seek is copied aside first: the local headers alone do not tell
/// what belongs to the archive.
/// </summary>
internal sealed class ZipReader(ContentReader contents, BlockPool pool)
{
    private const int Stored = 0;
    private const int Deflated = 8;

    /// <summary>Reads all entries.</summary>
    /// <param name="content">The archive; <paramref name="head"/> was already read from it.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="budget">The object's budget.</param>
    /// <param name="depth">Archives around it.</param>
    /// <param name="entry">The entry it is, or null.</param>
    /// <param name="cancellationToken">Stops between blocks.</param>
    public async ValueTask<ContentOutcome> ReadAsync(
        Stream content, ReadOnlyMemory<byte> head, ArchiveBudget budget, int depth, string? entry, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            return await ReadEntriesAsync(content, budget, depth, entry, cancellationToken);
        }

        await using var copy = await Spool.CopyAsync(new ReplayStream(head, content), pool, budget.Limits, cancellationToken);
        return copy is null
            ? new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The zip is larger than {budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                ContentKinds.Zip)
            : await ReadEntriesAsync(copy, budget, depth, entry, cancellationToken);
    }

    private async ValueTask<ContentOutcome> ReadEntriesAsync(
        Stream zip, ArchiveBudget budget, int depth, string? parent, CancellationToken cancellationToken)
    {
        var entries = await new ZipDirectory(zip).ReadAsync(budget.Limits.Entries + 1, cancellationToken);
        if (entries is null or [])
        {
            return entries is null || zip.Length > 1024
                ? new ContentOutcome(ExtractionState.Failed, "The zip is damaged: its directory cannot be read.", ContentKinds.Zip)
                : ContentOutcome.Scanned(ContentKinds.Zip);
        }

        var overlaps = FindOverlaps(entries);
        var tally = new ZipTally { IsOffice = entries.Exists(e => e.IsOfficeMark) };
        foreach (var entry in entries)
        {
            if (entry.IsFolder)
            {
                continue;
            }

            if (budget.Stop is not null || !budget.TryTakeEntry())
            {
                break;
            }

            var path = parent is null ? entry.Name : $"{parent}!/{entry.Name}";
            tally.Add(entry.Name, overlaps.Contains(entry.HeaderOffset)
                ? Failed("It overlaps another entry, as in archives made to exhaust their readers.")
                : await ReadEntryAsync(zip, entry, budget, depth, path, cancellationToken));
        }

        tally.Stop = budget.Stop;
        return tally.Sum();
    }

    private async ValueTask<ContentOutcome> ReadEntryAsync(
        Stream zip, ZipEntry entry, ArchiveBudget budget, int depth, string path, CancellationToken cancellationToken)
    {
        if (entry.IsEncrypted)
        {
            return new ContentOutcome(ExtractionState.Encrypted, "It is protected by a password.", ContentKinds.Binary);
        }

        if (entry.Method is not (Stored or Deflated))
        {
            return new ContentOutcome(ExtractionState.Unsupported, $"Its compression method {entry.Method} is not read.", ContentKinds.Binary);
        }

        if (await FindDataAsync(zip, entry, cancellationToken) is not { } start)
        {
            return Failed("Its header is damaged.");
        }

        var data = new SliceStream(zip, start, entry.CompressedSize);
        await using Stream inflater = entry.Method == Stored ? data : new DeflateStream(data, CompressionMode.Decompress, leaveOpen: true);
        await using var inflated = new InflatedStream(inflater, () => data.Given, budget);
        var outcome = await contents.ReadAsync(inflated, budget, depth + 1, path, cancellationToken);
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
    private static async ValueTask<long?> FindDataAsync(Stream zip, ZipEntry entry, CancellationToken cancellationToken)
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
