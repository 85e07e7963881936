using System.Text;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Office;

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// Reads the stream of an Excel workbook of 1995 to 2003 ([MS-XLS]): cells of all kinds with their sheet's name, comments and text boxes, links, headers and footers.
/// Formulas are read by their last result.
/// </summary>
internal sealed class OldWorkbook(BiffRecords records, PlacedTextWriter text, string? entry, BookParts book, PartTally tally)
{
    private const int NewStrings = 0x0600;
    private const int MinWords = 5;

    private readonly char[] _shown = new char[CellNumber.MaxLength];
    private readonly Dictionary<long, string> _sheets = [];
    private Encoding? _narrow;
    private SheetText? _sheet;
    private int _depth;
    private (int Row, int Column)? _formula;

    /// <summary>Reads all sheets.</summary>
    public void Read(CancellationToken cancellationToken)
    {
        for (var count = 0; records.Read(); count++)
        {
            if ((count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            switch (records.Type)
            {
                case 0x809 or 0x009 or 0x209 or 0x409:
                    Begin();
                    break;
                case 0x0A:
                    End();
                    break;
                case 0x2F:
                    tally.MarkEncrypted("The workbook is protected by a password.");
                    return;
                default:
                    if (_depth == 1 && _sheet is not null)
                    {
                        ReadInSheet();
                    }
                    else if (_depth == 1)
                    {
                        ReadInBook();
                    }

                    break;
            }
        }

        if (_depth > 0)
        {
            tally.Miss("workbook", "It is damaged or cut short: not all its cells were read.");
        }

        CloseSheet();
    }

    private void Begin()
    {
        if (_depth++ > 0)
        {
            return;
        }

        if (_sheets.Count == 0)
        {
            _narrow = records.Number(0) >= NewStrings ? null : CodePage.Of(1252);
        }
        else if (_sheets.TryGetValue(records.Position, out var name))
        {
            text.Open(entry);
            _sheet = new SheetText(text, name);
        }
    }

    private void End()
    {
        if (_depth > 0 && --_depth == 0)
        {
            CloseSheet();
        }
    }

    private void CloseSheet()
    {
        _sheet?.EndRow();
        _sheet = null;
        text.Close();
    }

    private void ReadInBook()
    {
        switch (records.Type)
        {
            case 0x42 when _narrow is not null:
                _narrow = CodePage.Of(records.Number(0));
                break;
            case 0x22:
                book.Is1904 = records.Number(0) == 1;
                break;
            case 0x41E:
                book.Formats.AddFormat(records.Number(0), records.Text(2, _narrow is null ? 2 : 1, _narrow).ToString());
                break;
            case 0xE0:
                book.Formats.AddStyle(records.Number(2));
                break;
            case 0x85 when _sheets.Count < ushort.MaxValue:
                _sheets.TryAdd(records.Number32(0), SafeText.Of(records.Text(6, 1, _narrow).ToString()));
                break;
            case 0xFC:
                ReadStrings();
                break;
            default:
                break;
        }
    }

    private void ReadStrings()
    {
        var count = records.Number32(4);
        records.Seek(8);
        for (uint i = 0; i < count; i++)
        {
            // Some programs count more texts than they write.
            if (!records.HasMore())
            {
                return;
            }

            book.Strings.Begin();
            var isWhole = records.ReadText(book.Strings.Append);
            book.Strings.End();
            if (!isWhole)
            {
                tally.Miss("workbook", "Its table of texts is damaged: cells were missed.");
                return;
            }
        }
    }

    private void ReadInSheet()
    {
        switch (records.Type)
        {
            case 0xFD:
                _sheet!.BeginCell(records.Number(0) + 1, records.Number(2));
                book.CopyTo(records.Number32(6), _sheet);
                _sheet.EndCell(isText: true);
                break;
            case 0x204 or 0xD6:
                WriteText(records.Number(0), records.Number(2), records.Text(6, 2, _narrow));
                break;
            case 0x203:
                WriteNumber(records.Number(2), records.Double(6), records.Number(4));
                break;
            case 0x27E:
                WriteNumber(records.Number(2), PackedNumber.Value(records.Number32(6)), records.Number(4));
                break;
            case 0xBD:
                for (var (column, at) = (records.Number(2), 4); at + 6 <= records.Data.Length - 2; column++, at += 6)
                {
                    WriteNumber(column, PackedNumber.Value(records.Number32(at + 2)), records.Number(at));
                }

                break;
            case 0x06 or 0x206 or 0x406:
                ReadFormula();
                break;
            case 0x207 when _formula is var (row, column):
                WriteText(row, column, records.Text(0, 2, _narrow));
                _formula = null;
                break;
            default:
                ReadAround();
                break;
        }
    }

    private void ReadFormula()
    {
        if (records.Number(12) == 0xFFFF)
        {
            _formula = records.Number(6) == 0 ? (records.Number(0), records.Number(2)) : null;
        }
        else
        {
            WriteNumber(records.Number(2), records.Double(6), records.Number(4));
        }
    }

    private void ReadAround()
    {
        switch (records.Type)
        {
            case 0x14 or 0x15 when records.Data.Length > 3:
                WriteAround(_sheet!.PlaceOf(null, records.Type == 0x14 ? "header" : "footer"), records.Text(0, _narrow is null ? 2 : 1, _narrow));
                break;
            case 0x1C:
                WriteAround(_sheet!.PlaceOf(null, "comment author"), _narrow is null ? records.Text(8, 2, null) : records.Text(4, 2, _narrow));
                break;
            case 0x1B8:
                WriteAround(_sheet!.PlaceOf(null, "link"), WideWords(records.Data[Math.Min(32, records.Data.Length)..]));
                break;
            case 0x1B6 when records.Number(10) is > 0 and var length:
                Place(_sheet!.PlaceOf(null, "comment or text box"));
                records.Seek(records.Data.Length);
                records.ReadText(length, isWide: false, part => text.Append(part));
                text.Append("\n");
                break;
            default:
                break;
        }
    }

    private void WriteNumber(int column, double value, int style)
    {
        _sheet!.BeginCell(records.Number(0) + 1, column);
        _sheet.Append(_shown.AsSpan(0, CellNumber.Write(value, book.Formats[style], book.Is1904, _shown)));
        _sheet.EndCell(isText: false);
    }

    private void WriteText(int row, int column, ReadOnlySpan<char> words)
    {
        _sheet!.BeginCell(row + 1, column);
        _sheet.Append(words);
        _sheet.EndCell(isText: true);
    }

    private void WriteAround(FixedPlace place, ReadOnlySpan<char> words)
    {
        if (!words.IsEmpty)
        {
            Place(place);
            text.Append(words);
            text.Append("\n");
        }
    }

    private void Place(FixedPlace place)
    {
        _sheet!.EndRow();
        text.Place(place, 0, 0);
    }

    // The addresses in a link's data, which has many shapes: runs of UTF-16 words.
    private static string WideWords(ReadOnlySpan<byte> data)
    {
        var words = new StringBuilder();
        var run = 0;
        for (var at = 0; at + 1 < data.Length; at += 2)
        {
            if (data[at + 1] == 0 && data[at] is >= 0x20 and < 0x7F)
            {
                words.Append((char)data[at]);
                run++;
                continue;
            }

            words.Length -= run < MinWords ? run : 0;
            if (run >= MinWords)
            {
                words.Append(' ');
            }

            run = 0;
        }

        words.Length -= run < MinWords ? run : 0;
        return words.ToString();
    }
}
