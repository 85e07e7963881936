using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes; and DELTA_BYTE_ARRAY: before these how many bytes each shares with the one before it.</summary>
internal sealed class DeltaTexts : ParquetValues
{
    private readonly byte[] _page;
    private readonly int _end;
    private readonly BudgetedBuffer? _value;
    private DeltaNumbers _shared;
    private DeltaNumbers _lengths;
    private int _at;
    private int _length;

    /// <summary>The values of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="from">Where they start.</param>
    /// <param name="to">Where they end.</param>
    /// <param name="most">As many as there may be.</param>
    /// <param name="value">Where values are put together that share bytes; null for the form without.</param>
    public DeltaTexts(byte[] page, int from, int to, int most, BudgetedBuffer? value)
    {
        (_page, _end, _value) = (page, to, value);
        var start = from;
        if (value is not null)
        {
            _shared = new DeltaNumbers(page, start, to);
            start = EndOf(_shared, most);
            value.Take(0);
        }

        _lengths = new DeltaNumbers(page, start, to);
        _at = EndOf(_lengths, most);
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Next()
    {
        var length = _lengths.Next();
        Damage.Unless(length >= 0 && length <= _end - _at);
        var suffix = _page.AsSpan(_at, (int)length);
        _at += (int)length;
        if (_value is null)
        {
            return suffix;
        }

        var shared = _shared.Next();
        Damage.Unless(shared >= 0 && shared <= _length);
        var whole = (int)shared + suffix.Length;
        if (whole + 16 > _value.Bytes.Length)
        {
            var kept = _value.Bytes.AsSpan(0, (int)shared).ToArray();
            kept.CopyTo(_value.Take(whole).AsSpan());
        }

        suffix.CopyTo(_value.Bytes.AsSpan((int)shared));
        _length = whole;
        return _value.Bytes.AsSpan(0, whole);
    }

    private static int EndOf(DeltaNumbers numbers, int most)
    {
        Damage.Unless(numbers.Count <= most);
        for (var i = 0; i < numbers.Count; i++)
        {
            numbers.Next();
        }

        return numbers.Position;
    }
}
