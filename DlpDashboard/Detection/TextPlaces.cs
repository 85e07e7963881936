namespace DlpDashboard.Detection;

/// <summary>Lines, columns and UTF-16 offsets of one text of valid UTF-8. Questions come in order, so each byte is counted once.</summary>
internal sealed class TextPlaces(ReadOnlyMemory<byte> text) : ISegmentMap
{
    private int _at;
    private int _units;
    private int _line = 1;
    private int _lineUnits;

    public bool HasKeys => false;

    public ReadOnlySpan<byte> KeyAt(long offset) => [];

    public TextLocation LocationAt(long offset)
    {
        var units = UnitsAt(offset);
        return new TextLocation(_line, units - _lineUnits + 1);
    }

    /// <summary>How many UTF-16 units stand before a byte.</summary>
    public int UnitsAt(long offset)
    {
        if (offset < _at)
        {
            (_at, _units, _line, _lineUnits) = (0, 0, 1, 0);
        }

        foreach (var value in text.Span[_at..(int)offset])
        {
            // A lead byte stands for one unit, that of four bytes for a pair; the others follow their lead.
            _units += (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;
            if (value == (byte)'\n')
            {
                _line++;
                _lineUnits = _units;
            }
        }

        _at = (int)offset;
        return _units;
    }
}
