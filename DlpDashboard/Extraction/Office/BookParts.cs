namespace DlpDashboard.Extraction.Office;

/// <summary>What the sheets of one workbook share: texts, formats, how days are counted; and what its cells may write.</summary>
internal sealed class BookParts(ExtractionLimits limits) : IDisposable
{
    // Long texts may be referred to again and again up to here; then the ratio of bombs counts.
    private const int RepeatFloor = 64 * 1024 * 1024;

    private long _copied;
    private long _long;

    /// <summary>The texts that cells refer to.</summary>
    public SharedStrings Strings { get; } = new(limits);

    /// <summary>The formats that cells refer to.</summary>
    public CellFormats Formats { get; } = new();

    /// <summary>Whether days count from 1904.</summary>
    public bool Is1904 { get; set; }

    /// <summary>Writes a shared text into a cell.</summary>
    public void CopyTo(long number, SheetText sheet)
    {
        var length = Strings.CopyTo(number, sheet);
        _copied += Math.Max(0, length);
        _long += length > 256 ? length : 0;
        if (_copied > limits.DecompressedBytes || (_long > RepeatFloor && _long / limits.Ratio > Strings.Length))
        {
            throw new PartException("its cells repeat the same texts to more than the limit of one object");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Strings.Dispose();
}
