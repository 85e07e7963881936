using DlpDashboard.Extraction.Archives;
using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>The dictionary of a column chunk: its page, kept, and where each value starts in it.</summary>
internal sealed class ParquetDictionary(ArchiveBudget budget) : IDisposable
{
    private readonly BudgetedBuffer _page = new(budget);
    private readonly BudgetedBuffer _starts = new(budget);
    private int _width;
    private int _count = -1;

    /// <summary>Whether the chunk has one.</summary>
    public bool IsThere => _count >= 0;

    /// <summary>Another chunk begins.</summary>
    public void Clear() => _count = -1;

    /// <summary>Takes room for its page.</summary>
    public byte[] Take(int size) => _page.Take(size);

    /// <summary>Finds the values of the page taken.</summary>
    public void Open(int size, int values, int width)
    {
        (_width, _count) = (width, values);
        if (width > 0)
        {
            Damage.Unless((long)values * width <= size);
            return;
        }

        Damage.Unless(values <= size / 4);
        _starts.Take((values + 1L) * sizeof(int));
        var plain = new PlainValues(_page.Bytes, 0, size, 0);
        var at = 0;
        for (var i = 0; i < values; i++)
        {
            BitConverter.TryWriteBytes(_starts.Bytes.AsSpan(i * sizeof(int)), at + 4);
            at += 4 + plain.Next().Length;
        }

        BitConverter.TryWriteBytes(_starts.Bytes.AsSpan(values * sizeof(int)), at + 4);
    }

    /// <summary>A value by its number.</summary>
    public ReadOnlySpan<byte> Get(int index)
    {
        Damage.Unless((uint)index < (uint)_count);
        if (_width > 0)
        {
            return _page.Bytes.AsSpan(index * _width, _width);
        }

        var start = StartOf(index);
        return _page.Bytes.AsSpan(start, StartOf(index + 1) - 4 - start);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _page.Dispose();
        _starts.Dispose();
    }

    private int StartOf(int index) => BitConverter.ToInt32(_starts.Bytes, index * sizeof(int));
}
