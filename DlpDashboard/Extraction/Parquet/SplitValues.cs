namespace DlpDashboard.Extraction.Parquet;

/// <summary>BYTE_STREAM_SPLIT: all first bytes, then all second ones …</summary>
internal sealed class SplitValues(byte[] page, int from, int to, int width) : ParquetValues
{
    private readonly byte[] _value = new byte[width];
    private readonly int _count = (to - from) / width;
    private int _next;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next()
    {
        Compression.Damage.Unless(_next < _count);
        for (var i = 0; i < width; i++)
        {
            _value[i] = page[from + (i * _count) + _next];
        }

        _next++;
        return _value;
    }
}
