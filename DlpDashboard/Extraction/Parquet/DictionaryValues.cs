using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>RLE_DICTIONARY: the numbers of the dictionary's values, in runs behind a byte that tells their bits.</summary>
internal sealed class DictionaryValues : ParquetValues
{
    private readonly ParquetDictionary _dictionary;
    private ParquetRuns _runs;

    /// <summary>The values of a page.</summary>
    public DictionaryValues(byte[] page, int from, int to, ParquetDictionary dictionary)
    {
        _dictionary = dictionary;
        _runs = from < to ? new ParquetRuns(page, from + 1, to, page[from]) : ParquetRuns.Of(0);
    }

    /// <inheritdoc/>
    public override int Repeat
    {
        get
        {
            _runs.Load();
            return _runs.Left;
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next()
    {
        _runs.Load();
        _runs.Use(1);
        return _dictionary.Get(_runs.Value);
    }

    /// <inheritdoc/>
    public override void SkipRepeats(int count) => _runs.Use(count);
}
