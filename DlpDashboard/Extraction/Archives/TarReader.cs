using System.Buffers.Text;
using System.Globalization;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Archives;

/// <summary>Reads a tar archive entry by entry as it streams. Links, devices and folders are passed over: they have no content.</summary>
internal sealed class TarReader : IFormatReader
{
    private const int MaxExtra = 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        var stream = content.FromStart();
        var tally = new ZipTally { Kind = content.Kind };
        var next = new TarNames();
        var header = new byte[TarHeader.BlockSize];
        var isWhole = true;
        while (content.Budget.Stop is null && await FillAsync(stream, header, cancellationToken) is var length)
        {
            // Zeros mark the end; some writers only stop.
            if (length == 0 || !header.AsSpan(0, length).ContainsAnyExcept((byte)0))
            {
                break;
            }

            if (length < header.Length || TarHeader.Read(header) is not { } entry)
            {
                isWhole = false;
                break;
            }

            await SkipSparseListAsync(stream, header, entry.IsExtended, cancellationToken);
            var data = new PartOfStream(stream, next.Size ?? entry.Size);
            if (entry.Type is 'x' or 'L' && entry.Size <= MaxExtra)
            {
                next.Take(entry.Type, await ReadAllAsync(data, cancellationToken));
            }
            else if (entry.Type is not ('g' or 'K' or 'x' or 'L'))
            {
                await ReadEntryAsync(content, entry, next, data, tally, cancellationToken);
                next = new TarNames();
            }

            await data.SkipAsync(content.Pool, cancellationToken);
            var padding = new PartOfStream(stream, -(next.Size ?? entry.Size) & (TarHeader.BlockSize - 1));
            await padding.SkipAsync(content.Pool, cancellationToken);
            if (data.IsCut)
            {
                isWhole = false;
                break;
            }
        }

        tally.Stop = content.Budget.Stop ?? (isWhole ? null : "The tar archive is damaged or cut short: the entries up to there were read.");
        return tally.Sum();
    }

    private static async ValueTask ReadEntryAsync(
        FormatContent content, TarHeader entry, TarNames names, PartOfStream data, ZipTally tally, CancellationToken cancellationToken)
    {
        var isFile = entry.Type is '0' or '7' or 'S';
        if (!isFile || data.Left == 0)
        {
            return;
        }

        var name = SafeText.Of(names.Name ?? entry.Name);
        var outcome = await content.ReadInnerAsync(data, name, cancellationToken);
        if (content.Budget.Stop is not null && outcome.Reason == content.Budget.Stop)
        {
            return;
        }

        var isSparse = (entry.Type == 'S' || names.IsSparse) && outcome.State == ExtractionState.Scanned;
        tally.Add(name, isSparse
            ? new ContentOutcome(ExtractionState.Partial, "It is a sparse file: its stored parts were read as one.", outcome.Kind)
            : outcome);
    }

    private static async ValueTask SkipSparseListAsync(Stream stream, byte[] block, bool isExtended, CancellationToken cancellationToken)
    {
        while (isExtended && await FillAsync(stream, block, cancellationToken) == block.Length)
        {
            isExtended = block[504] == 1;
        }
    }

    private static async ValueTask<byte[]> ReadAllAsync(PartOfStream data, CancellationToken cancellationToken)
    {
        using var into = new MemoryStream();
        await data.CopyToAsync(into, cancellationToken);
        return into.ToArray();
    }

    private static async ValueTask<int> FillAsync(Stream stream, byte[] block, CancellationToken cancellationToken)
    {
        var length = 0;
        while (length < block.Length && await stream.ReadAsync(block.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    /// <summary>What entries before say of the next: its long name, its size, that it is sparse.</summary>
    private sealed class TarNames
    {
        public string? Name { get; private set; }

        public long? Size { get; private set; }

        public bool IsSparse { get; private set; }

        public void Take(char type, ReadOnlySpan<byte> data)
        {
            if (type == 'L')
            {
                Name = TarHeader.TextOf(data);
                return;
            }

            // Pax records: "length key=value\n".
            while (Utf8Parser.TryParse(data, out int length, out var digits) && length > digits + 1 && length <= data.Length)
            {
                var record = data[(digits + 1)..(length - 1)];
                data = data[length..];
                var equals = record.IndexOf((byte)'=');
                if (equals > 0)
                {
                    TakeRecord(record[..equals], record[(equals + 1)..]);
                }
            }
        }

        private void TakeRecord(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
        {
            if (key.SequenceEqual("path"u8) || key.SequenceEqual("GNU.sparse.name"u8))
            {
                Name = TarHeader.TextOf(value);
            }
            else if (key.SequenceEqual("size"u8) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var size))
            {
                Size = size;
            }

            IsSparse |= key.StartsWith("GNU.sparse."u8);
        }
    }
}
