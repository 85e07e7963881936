using System.Globalization;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Office;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Reads a zip by its central directory, entry by entry. A stream that cannot seek is copied aside first: the local headers alone do not tell
/// what belongs to the archive. Parts of office documents are read by <see cref="OfficeReader"/>.
/// </summary>
internal sealed class ZipReader(ContentReader contents, BlockPool pool, PlacedTextWriter text)
{
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

        var opened = new ZipEntries(zip, entries, budget);
        var tally = new ZipTally();
        var package = OfficePackage.Find(opened, tally, text, budget, parent);
        if (package is not null)
        {
            await OfficeReader.ReadAsync(package, cancellationToken);
        }

        foreach (var entry in entries)
        {
            if (entry.IsFolder || package?.IsDone(entry) == true)
            {
                continue;
            }

            if (budget.Stop is not null || !budget.TryTakeEntry())
            {
                break;
            }

            var path = parent is null ? entry.Name : $"{parent}!/{entry.Name}";
            tally.Add(entry.Name, await opened.ReadAsync(
                entry, inflated => contents.ReadAsync(inflated, budget, depth + 1, path, cancellationToken), cancellationToken));
        }

        tally.Stop = budget.Stop;
        return tally.Sum();
    }
}
