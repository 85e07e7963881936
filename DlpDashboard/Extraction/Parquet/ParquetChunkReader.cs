using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Reads column chunks page by page, in the memory of one page, its packed form and a dictionary.</summary>
internal sealed class ParquetChunkReader(Stream file, FormatContent content, ParquetPlaces places) : IDisposable
{
    private const int FirstHead = 256;
    private const int MaxHead = 1024 * 1024;

    // A value repeated in one run is written so often: the rest of the run says nothing new, and a run costs no bytes.
    private const int MostOfRun = 100;

    private readonly BudgetedBuffer _packed = new(content.Budget);
    private readonly BudgetedBuffer _page = new(content.Budget);
    private readonly BudgetedBuffer _value = new(content.Budget);
    private readonly ParquetDictionary _dictionary = new(content.Budget);
    private readonly ExpansionGuard _guard = new(content.Budget);
    private long _row;

    /// <summary>Reads a chunk into one segment.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="index">The column's number.</param>
    /// <param name="chunk">Where it is.</param>
    /// <param name="firstRow">Rows before it in the file.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    public async ValueTask ReadAsync(ParquetColumn column, int index, ParquetChunk chunk, long firstRow, CancellationToken cancellationToken)
    {
        if (chunk.Values == 0)
        {
            return;
        }

        _dictionary.Clear();
        _row = firstRow;
        var at = chunk.Offset;
        Damage.Unless(chunk.Size >= 0 && at >= 4 && at <= file.Length && chunk.Size <= file.Length - at);
        var end = at + chunk.Size;
        long seen = 0;
        content.Text.Open(content.Entry);
        try
        {
            while (seen < chunk.Values && at < end)
            {
                var page = await ReadHeadAsync(at, end, cancellationToken);
                at += page.HeadSize;
                Damage.Unless(page.Packed <= end - at);
                await FillAsync(at, _packed.Take(page.Packed), page.Packed, cancellationToken);
                _guard.Take(page.HeadSize + page.Packed);
                at += page.Packed;
                if (page.IsDictionary)
                {
                    ReadDictionary(page, chunk, column);
                }
                else if (page.IsData)
                {
                    ReadData(page, chunk, column, index);
                    seen += page.Values;
                }
            }
        }
        finally
        {
            content.Text.Close();
        }

        Damage.Unless(seen >= chunk.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _packed.Dispose();
        _page.Dispose();
        _value.Dispose();
        _dictionary.Dispose();
    }

    private async ValueTask<ParquetPage> ReadHeadAsync(long at, long end, CancellationToken cancellationToken)
    {
        for (var size = FirstHead; ; size *= 8)
        {
            var length = (int)Math.Min(size, end - at);
            await FillAsync(at, _packed.Take(length), length, cancellationToken);
            try
            {
                return ParquetPage.Read(_packed.Bytes.AsSpan(0, length));
            }
            catch (InvalidDataException) when (length == size && size < MaxHead)
            {
                // Statistics can make a head long: it is read again with more of what follows.
            }
        }
    }

    private async ValueTask FillAsync(long at, byte[] into, int length, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        file.Position = at;
        var filled = await file.ReadAtLeastAsync(into.AsMemory(0, length), length, throwOnEndOfStream: false, cancellationToken);
        Damage.Unless(filled == length);
    }

    private void ReadDictionary(ParquetPage page, ParquetChunk chunk, ParquetColumn column)
    {
        _guard.Make(page.Size);
        var bytes = _dictionary.Take(page.Size);
        ParquetCodecs.Decompress(chunk.Codec, _packed.Bytes, 0, page.Packed, bytes.AsSpan(0, page.Size), content.Budget);
        _dictionary.Open(page.Size, page.Values, column.Width);
    }

    private void ReadData(ParquetPage page, ParquetChunk chunk, ParquetColumn column, int index)
    {
        _guard.Make(page.Size);
        var bytes = _page.Take(page.Size);
        var levels = page.DefinitionSize + page.RepetitionSize;
        _packed.Bytes.AsSpan(0, levels).CopyTo(bytes);
        if (page.Packed > levels)
        {
            ParquetCodecs.Decompress(page.IsCompressed ? chunk.Codec : 0, _packed.Bytes, levels, page.Packed - levels, bytes.AsSpan(levels, page.Size - levels), content.Budget);
        }
        else
        {
            // A page of nulls alone: nothing is compressed, whatever its size is told to be.
            bytes.AsSpan(levels, page.Size - levels).Clear();
        }

        var at = 0;
        var repetitions = OpenLevels(page, page.RepetitionSize, column.MaxRepetition, ref at);
        var definitions = OpenLevels(page, page.DefinitionSize, column.MaxDefinition, ref at);
        if (column.Type != ParquetType.Boolean)
        {
            WriteValues(page, column, index, repetitions, definitions, OpenValues(page, column, at));
        }
    }

    private ParquetRuns OpenLevels(ParquetPage page, int size, int max, ref int at)
    {
        if (max == 0)
        {
            at += size;
            return ParquetRuns.Of(0);
        }

        if (!page.IsV2)
        {
            if (page.LevelEncoding != 3)
            {
                throw new DecoderStopException("Its levels are bit-packed in the old way, which is not read.");
            }

            Damage.Unless(page.Size - at >= 4);
            size = BitConverter.ToInt32(_page.Bytes, at);
            at += 4;
        }

        Damage.Unless(size >= 0 && size <= page.Size - at);
        at += size;
        return new ParquetRuns(_page.Bytes, at - size, at, System.Numerics.BitOperations.Log2((uint)max) + 1);
    }

    private ParquetValues OpenValues(ParquetPage page, ParquetColumn column, int at)
    {
        var bytes = _page.Bytes;
        switch (page.Encoding)
        {
            case 0:
                return new PlainValues(bytes, at, page.Size, column.Width);
            case 2 or 8 when _dictionary.IsThere:
                return new DictionaryValues(bytes, at, page.Size, _dictionary);
            case 5 when column.Width is 4 or 8:
                return new DeltaValues(bytes, at, page.Size, column.Width);
            case 6 or 7:
                _guard.Make(page.Values);
                return new DeltaTexts(bytes, at, page.Size, page.Values, page.Encoding == 7 ? _value : null);
            case 9 when column.Width > 0:
                return new SplitValues(bytes, at, page.Size, column.Width);
            default:
                throw new DecoderStopException($"Its encoding {page.Encoding} is not read.");
        }
    }

    private void WriteValues(ParquetPage page, ParquetColumn column, int index, ParquetRuns repetitions, ParquetRuns definitions, ParquetValues values)
    {
        for (var left = page.Values; left > 0;)
        {
            repetitions.Load();
            definitions.Load();
            var count = Math.Min(left, Math.Min(repetitions.Left, definitions.Left));
            var rowStep = repetitions.Value == 0 ? 1 : 0;
            if (definitions.Value == column.MaxDefinition)
            {
                count = Math.Min(count, values.Repeat);
                WriteRun(column, index, values, count, rowStep);
            }

            _row += (long)count * rowStep;
            repetitions.Use(count);
            definitions.Use(count);
            left -= count;
        }
    }

    private void WriteRun(ParquetColumn column, int index, ParquetValues values, int count, int rowStep)
    {
        var value = values.Next();
        var written = Math.Min(count, MostOfRun);
        for (var i = 0; i < written; i++)
        {
            content.Text.Place(places, _row + rowStep + (i * (long)rowStep), index);
            _guard.MakeText(ParquetText.Write(column, value, content.Text));
        }

        values.SkipRepeats(count - 1);
    }
}
