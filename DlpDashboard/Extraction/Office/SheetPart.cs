using System.Globalization;
using System.Text;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Reads one worksheet (ECMA-376 part 1, 18.3): cells with shared, inline and computed texts, numbers and days; literal words in formulas; then what stands around
/// the cells: links, headers and footers, hints.
/// </summary>
/// <param name="xml">The part.</param>
/// <param name="text">Writes the text; its segment is open.</param>
/// <param name="sheet">Writes the cells.</param>
/// <param name="book">What the sheets of the workbook share.</param>
internal sealed class SheetPart(PartXml xml, PlacedTextWriter text, SheetText sheet, BookParts book)
{
    private const int MaxFormula = 8 * 1024;
    private const int MaxNumber = 256;

    private readonly char[] _raw = new char[MaxNumber];
    private readonly char[] _shown = new char[CellNumber.MaxLength];
    private readonly StringBuilder _formula = new();
    private long _row;
    private int _column = -1;
    private int _style;
    private char _type;
    private int _rawLength;
    private bool _isBegun;
    private Action<string, ReadOnlySpan<char>>? _takeAttribute;
    private Action<string, ReadOnlySpan<char>>? _takeRow;
    private string _into = "";

    /// <summary>Reads the part to its end.</summary>
    public void Read()
    {
        while (xml.Read())
        {
            if (!xml.IsStart)
            {
                continue;
            }

            switch (xml.Name)
            {
                case "row":
                    BeginRow();
                    break;
                case "c":
                    ReadCell();
                    break;
                case "sheetPr" or "cols" or "conditionalFormatting" or "extLst":
                    xml.Skip();
                    break;
                default:
                    ReadAround(xml.Name);
                    break;
            }
        }

        sheet.EndRow();
    }

    private void BeginRow()
    {
        var before = _row;
        xml.EachShortAttribute(_takeRow ??= TakeRow);
        _row = _row == before ? before + 1 : _row;
        _column = -1;
    }

    private void TakeRow(string name, ReadOnlySpan<char> value)
    {
        if (name == "r" && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > _row)
        {
            _row = row;
        }
    }

    private void ReadCell()
    {
        (_style, _type, _rawLength, _isBegun) = (0, 'n', 0, false);
        _column++;
        _formula.Clear();
        xml.EachShortAttribute(_takeAttribute ??= TakeAttribute);
        var depth = xml.Depth;
        while (xml.Read() && !(xml.IsEnd && xml.Depth == depth))
        {
            if (xml.IsText)
            {
                TakeText();
            }
            else if (xml.IsStart)
            {
                _into = xml.Name;
                if (_into == "rPh")
                {
                    xml.Skip();
                }
            }
        }

        EndCell();
    }

    private void TakeAttribute(string name, ReadOnlySpan<char> value)
    {
        switch (name)
        {
            case "r":
                _column = ColumnOf(value) ?? _column;
                break;
            case "s":
                _style = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : 0;
                break;
            case "t":
                _type = value switch { "s" => 's', "str" or "d" => 't', "inlineStr" => 'i', "b" => 'b', "e" => 'e', _ => 'n' };
                break;
            default:
                break;
        }
    }

    private void TakeText()
    {
        for (var chunk = xml.NextChunk(); !chunk.IsEmpty; chunk = xml.NextChunk())
        {
            switch (_into)
            {
                case "t":
                    Write(chunk);
                    break;
                case "v" when _type == 't':
                    Write(chunk);
                    break;
                case "v":
                    var part = chunk[..Math.Min(chunk.Length, MaxNumber - _rawLength)];
                    part.CopyTo(_raw.AsSpan(_rawLength));
                    _rawLength += part.Length;
                    break;
                case "f" when _formula.Length < MaxFormula:
                    _formula.Append(chunk);
                    break;
                default:
                    break;
            }
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
    }

    private void EndCell()
    {
        var raw = _raw.AsSpan(0, _rawLength);
        switch (_type)
        {
            case 's' when long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number):
                sheet.BeginCell(_row, _column);
                _isBegun = true;
                book.CopyTo(number, sheet);
                break;
            case 'n' when !raw.IsEmpty:
                Write(_shown.AsSpan(0, CellNumber.Write(raw, book.Formats[_style], book.Is1904, _shown)));
                break;
            case 'b' when !raw.IsEmpty:
                Write(raw is "1" ? "TRUE" : "FALSE");
                break;
            default:
                break;
        }

        // Words in a formula, as in a link it makes.
        if (HasWords(_formula))
        {
            Write(_isBegun ? " " : "");
            foreach (var part in _formula.GetChunks())
            {
                Write(part.Span);
            }
        }

        if (_isBegun)
        {
            sheet.EndCell(_type is 's' or 't' or 'i');
        }
    }

    private static bool HasWords(StringBuilder formula)
    {
        foreach (var part in formula.GetChunks())
        {
            if (part.Span.Contains('"'))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadAround(string name)
    {
        switch (name)
        {
            case "hyperlink":
                WriteAround(sheet.PlaceOf(xml.Attribute("ref"), "link"), $"{xml.Attribute("display")} {xml.Attribute("tooltip")} {xml.Attribute("location")}");
                break;
            case "oddHeader" or "evenHeader" or "firstHeader":
                WriteAround(sheet.PlaceOf(null, "header"), xml.Text(MaxFormula));
                break;
            case "oddFooter" or "evenFooter" or "firstFooter":
                WriteAround(sheet.PlaceOf(null, "footer"), xml.Text(MaxFormula));
                break;
            case "dataValidation":
                WriteAround(sheet.PlaceOf(null, "hint"), $"{xml.Attribute("promptTitle")} {xml.Attribute("prompt")} {xml.Attribute("error")} {xml.Text(MaxFormula)}");
                break;
            default:
                break;
        }
    }

    private void WriteAround(FixedPlace place, string words)
    {
        sheet.EndRow();
        if (!string.IsNullOrWhiteSpace(words))
        {
            text.Place(place, 0, 0);
            text.Append(words);
            text.Append("\n");
        }
    }

    // The letters of a reference such as B7, as a number from 0.
    private static int? ColumnOf(ReadOnlySpan<char> reference)
    {
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > 1_000_000)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column > 0 ? column - 1 : null;
    }
}
