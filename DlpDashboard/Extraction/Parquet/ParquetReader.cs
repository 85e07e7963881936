using System.Buffers.Binary;
using System.Globalization;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>
/// Reads Parquet files (Apache Parquet format 2.10): a segment for each column of each row group. A stream that cannot seek is copied aside first: what the file holds
/// stands at its end.
/// </summary>
internal sealed class ParquetReader : IFormatReader
{
    private const int TailSize = 8;
    private const int MaxFooter = 16 * 1024 * 1024;

    /// <inheritdoc/>
    public async ValueTask<ContentOutcome> ReadAsync(FormatContent content, CancellationToken cancellationToken)
    {
        await using var file = await content.SeekableAsync(cancellationToken);
        if (file is null)
        {
            return new ContentOutcome(
                ExtractionState.TooLarge,
                string.Create(CultureInfo.InvariantCulture, $"The Parquet file is larger than {content.Budget.Limits.SpoolBytes:N0} bytes, the most that is copied aside to be read."),
                content.Kind);
        }

        using var footer = new BudgetedBuffer(content.Budget);
        try
        {
            var length = await ReadFooterAsync(file, footer, cancellationToken);
            return length switch
            {
                -1 => new ContentOutcome(ExtractionState.Encrypted, "The Parquet file is encrypted.", content.Kind),
                _ => await ReadGroupsAsync(content, file, new ParquetFooter(footer.Bytes.AsMemory(0, length)), cancellationToken),
            };
        }
        catch (InvalidDataException)
        {
            return new ContentOutcome(ExtractionState.Failed, "The Parquet file is damaged or cut short: its footer cannot be read.", content.Kind);
        }
        catch (DecoderStopException stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop.Message, content.Kind);
        }
    }

    // The footer's length, -1 where it is encrypted.
    private static async ValueTask<int> ReadFooterAsync(Stream file, BudgetedBuffer footer, CancellationToken cancellationToken)
    {
        Damage.Unless(file.Length > TailSize + 4);
        var tail = new byte[TailSize];
        file.Position = file.Length - TailSize;
        await file.ReadExactlyAsync(tail, cancellationToken);
        if (tail.AsSpan(4).SequenceEqual("PARE"u8))
        {
            return -1;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(tail);
        Damage.Unless(tail.AsSpan(4).SequenceEqual("PAR1"u8) && length > 0 && length <= Math.Min(MaxFooter, file.Length - TailSize - 4));
        file.Position = file.Length - TailSize - length;
        await file.ReadExactlyAsync(footer.Take(length).AsMemory(0, length), cancellationToken);
        return length;
    }

    private static async ValueTask<ContentOutcome> ReadGroupsAsync(FormatContent content, Stream file, ParquetFooter footer, CancellationToken cancellationToken)
    {
        using var reader = new ParquetChunkReader(file, content, new ParquetPlaces(footer.Columns));
        var (total, unread, encrypted, firstRow, left) = (0, 0, 0, 0L, file.Length);
        string? first = null;
        while (content.Budget.Stop is null && footer.TryReadGroup(out var chunks, out var rows))
        {
            for (var i = 0; i < chunks.Count && content.Budget.Stop is null; i++)
            {
                // Honest chunks share no bytes: together they are no larger than the file.
                total++;
                left -= Math.Clamp(chunks[i].Size, 0, file.Length);
                if (left < 0)
                {
                    throw new DecoderStopException("Reading stopped: columns of the Parquet file overlap, as in files made to exhaust their readers.");
                }

                if (await ProblemOfAsync(reader, footer.Columns[i], i, chunks[i], firstRow, cancellationToken) is { } problem)
                {
                    unread++;
                    encrypted += chunks[i].IsEncrypted ? 1 : 0;
                    first ??= $"{SafeText.Of(footer.Columns[i].Path)}: {problem}";
                }
            }

            firstRow += rows;
        }

        if (content.Budget.Stop is { } stop)
        {
            return new ContentOutcome(ExtractionState.Partial, stop, content.Kind);
        }

        return unread == 0 ? ContentOutcome.Scanned(content.Kind)
            : encrypted == total ? new ContentOutcome(ExtractionState.Encrypted, "All columns of the Parquet file are encrypted.", content.Kind)
            : new ContentOutcome(
                ExtractionState.Partial,
                string.Create(CultureInfo.InvariantCulture, $"{unread:N0} of {total:N0} column chunks could not be read fully. The first, {first}"),
                content.Kind);
    }

    private static async ValueTask<string?> ProblemOfAsync(
        ParquetChunkReader reader, ParquetColumn column, int index, ParquetChunk chunk, long firstRow, CancellationToken cancellationToken)
    {
        if (chunk.IsEncrypted || chunk.IsElsewhere)
        {
            return chunk.IsEncrypted ? "It is encrypted." : "It stands in another file.";
        }

        try
        {
            await reader.ReadAsync(column, index, chunk, firstRow, cancellationToken);
            return null;
        }
        catch (InvalidDataException)
        {
            return "Its data is damaged.";
        }
        catch (DecoderStopException stop)
        {
            return stop.Message;
        }
    }
}
