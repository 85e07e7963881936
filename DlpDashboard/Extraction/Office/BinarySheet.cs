using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Office;

/// <summary>Reads the cells and links of one sheet of a binary workbook ([MS-XLSB] 2.1.7.62).</summary>
internal sealed class BinarySheet(BinaryRecords records, PlacedTextWriter text, SheetText sheet, BookParts book)
{
    private const int ValueAt = 8;

    private readonly char[] _shown = new char[CellNumber.MaxLength];
    private long _row;

    private int Column => (int)Math.Min(records.Number(0), 16_383);

    /// <summary>Reads the part to its end.</summary>
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
                case 0:
                    _row = records.Number(0) + 1L;
                    break;
                case 2:
                    WriteNumber(PackedNumber.Value(records.Number(ValueAt)));
                    break;
                case 4 or 10:
                    WriteText(records.Byte(ValueAt) == 1 ? "TRUE" : "FALSE", isWords: false);
                    break;
                case 5 or 9:
                    WriteNumber(records.Double(ValueAt));
                    break;
                case 6 or 8 or 62:
                    var at = ValueAt + (records.Type == 62 ? 1 : 0);
                    WriteText(records.Text(ref at), isWords: true);
                    break;
                case 7:
                    sheet.BeginCell(_row, Column);
                    book.CopyTo(records.Number(ValueAt), sheet);
                    sheet.EndCell(isText: true);
                    break;
                case 494:
                    WriteLink();
                    break;
                default:
                    break;
            }
        }

        sheet.EndRow();
    }

    private void WriteNumber(double value)
    {
        var format = book.Formats[(int)(records.Number(4) & 0xFFFFFF)];
        WriteText(_shown.AsSpan(0, CellNumber.Write(value, format, book.Is1904, _shown)), isWords: false);
    }

    private void WriteText(ReadOnlySpan<char> words, bool isWords)
    {
        sheet.BeginCell(_row, Column);
        sheet.Append(words);
        sheet.EndCell(isWords);
    }

    // A range, a relation, then place, hint and shown text.
    private void WriteLink()
    {
        sheet.EndRow();
        text.Place(sheet.PlaceOf(SheetText.CellName(records.Number(0) + 1L, (int)Math.Min(records.Number(8), 16_383)), "link"), 0, 0);
        var at = 16;
        records.Text(ref at);
        for (var i = 0; i < 3; i++)
        {
            text.Append(records.Text(ref at));
            text.Append(" "u8);
        }

        text.Append("\n"u8);
    }
}
