using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads one table of an OpenDocument spreadsheet (ODF 1.3 part 3, 9). What is shown is read, and behind it the value where that has other digits;
/// a cell that is repeated is read once, so that a sheet filled to its borders costs nothing.
/// </summary>
internal sealed class OpenDocumentSheet(PartXml xml, SheetText sheet)
{
    private const int MaxShown = 256;

    private readonly StringBuilder _shown = new();
    private readonly char[] _number = new char[CellNumber.MaxLength];
    private long _row = 1;
    private int _column;
    private bool _isBegun;

    /// <summary>Reads the table that begins here to its end.</summary>
    public void Read()
    {
        var depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (!xml.IsStart)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "table-row":
                    ReadRow();
                    break;
                case "shapes":
                    ReadShapes();
                    break;
                default:
                    break;
            }
        }

        sheet.EndRow();
    }

    private void ReadRow()
    {
        var (depth, repeated) = (xml.Depth, Repeated("number-rows-repeated"));
        _column = 0;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsStart && xml.Name is "table-cell" or "covered-table-cell")
            {
                ReadCell();
            }
        }

        _row += repeated;
    }

    private void ReadCell()
    {
        var (depth, repeated) = (xml.Depth, (int)Math.Min(Repeated("number-columns-repeated"), 1_000_000));
        var type = xml.Attribute("value-type");
        var value = type is null or "string" ? null : xml.Attribute("date-value") ?? xml.Attribute("time-value") ?? xml.Attribute("value");
        _isBegun = false;
        _shown.Clear();
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsText && (!xml.IsBlank || _isBegun))
            {
                for (var chunk = xml.NextChunk(); !chunk.IsEmpty; chunk = xml.NextChunk())
                {
                    Write(chunk);
                }
            }
            else if (xml.IsStart && xml.Name is "p" or "s" or "line-break" && _isBegun)
            {
                Write(xml.Name == "s" ? " " : "\n");
            }
            else if (xml.IsStart && xml.Name == "a" && xml.Attribute("href") is { } address)
            {
                Write($"{address} ");
            }
        }

        if (value is { Length: > 0 and <= MaxShown })
        {
            WriteValue(value, type!);
        }

        if (_isBegun)
        {
            sheet.EndCell(type is null or "string");
        }

        _column = Math.Min(_column + repeated, int.MaxValue / 4);
    }

    private void ReadShapes()
    {
        var depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsText && !xml.IsBlank)
            {
                _isBegun = false;
                for (var chunk = xml.NextChunk(); !chunk.IsEmpty; chunk = xml.NextChunk())
                {
                    Write(chunk);
                }
            }
        }

        sheet.EndRow();
    }

    private void WriteValue(string value, string type)
    {
        var number = type is "float" or "percentage" or "currency"
            ? (ReadOnlySpan<char>)_number.AsSpan(0, CellNumber.Write(value, CellFormat.Number, is1904: false, _number))
            : value.AsSpan();
        if (DigitsOf(_shown.ToString()) != DigitsOf(number.ToString()))
        {
            Write(_isBegun ? " " : "");
            Write(number);
        }
    }

    private void Write(ReadOnlySpan<char> chars)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            sheet.BeginCell(_row, _column);
        }

        sheet.Append(chars);
        _shown.Append(chars[..Math.Clamp(MaxShown - _shown.Length, 0, chars.Length)]);
    }

    private long Repeated(string attribute) =>
        long.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var times) ? Math.Clamp(times, 1, 10_000_000) : 1;

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
