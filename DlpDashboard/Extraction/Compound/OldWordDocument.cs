using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Office;

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// Reads the text of a Word document of 1997 to 2003 ([MS-DOC] 2.4.1) by its piece table: body, footnotes, headers, comments, endnotes, text boxes, one after the
/// other. Of older ones (Word 6 and 95) the text that stands in one part. Deleted text that was saved fast stays out, as in the program.
/// </summary>
internal sealed class OldWordDocument(CompoundStorage storage, PlacedTextWriter text, string? entry, PartTally tally)
{
    private const int HeaderSize = 0x1AA;
    private const int FirstOf1997 = 105;
    private const int MaxPieces = 32 * 1024 * 1024;
    private const int Block = 4096;

    private static readonly Encoding Western = CodePage.Of(1252);
    private static readonly string[] Parts = ["", "footnote", "header", "macro", "comment", "endnote", "text box", "header text box"];

    private readonly CompoundStream _document = storage.Open("WordDocument")!;
    private readonly byte[] _bytes = new byte[Block];
    private readonly char[] _chars = new char[Block];
    private readonly FlowText[] _flows = new FlowText[Parts.Length];
    private readonly long[] _ends = new long[Parts.Length];
    private int _part;
    private long _position;

    /// <summary>Reads the document.</summary>
    public void Read(CancellationToken cancellationToken)
    {
        var header = storage.Read("WordDocument", HeaderSize);
        if (header.Length < 0x60)
        {
            tally.Miss("document", "It is damaged: its header is cut short.");
            return;
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(0x0A));
        if ((flags & 0x100) != 0)
        {
            tally.MarkEncrypted("The document is protected by a password.");
            return;
        }

        var isOld = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)) < FirstOf1997;
        Begin(header, isOld);
        if (isOld)
        {
            var (from, to) = (Int(header, 0x18), Int(header, 0x1C));
            Copy(from, Math.Max(0, to - from), isWide: false, cancellationToken);
        }
        else if (header.Length < HeaderSize || !CopyPieces(header, (flags & 0x200) != 0 ? "1Table" : "0Table", cancellationToken))
        {
            tally.Miss("document", "It is damaged: the table of its text cannot be read.");
        }

        _flows[_part].EndParagraph();
        text.Close();
    }

    private void Begin(byte[] header, bool isOld)
    {
        text.Open(entry);
        long end = 0;
        for (var i = 0; i < Parts.Length; i++)
        {
            _flows[i] = new FlowText(text, Parts[i]);
            end += isOld ? 0 : Math.Max(0, Int(header, 0x4C + (i * 4)));
            _ends[i] = isOld ? long.MaxValue : end;
        }

        _flows[0].BeginParagraph();
    }

    // Clx (2.9.38): property lists to pass over, then the piece table: positions in the text, and where each piece stands.
    private bool CopyPieces(byte[] header, string tableName, CancellationToken cancellationToken)
    {
        var table = storage.Open(tableName);
        var (at, end) = ((long)(uint)Int(header, 0x1A2), (uint)Int(header, 0x1A2) + (long)(uint)Int(header, 0x1A6));
        var mark = new byte[5];
        while (table is not null && at < end)
        {
            table.Position = at;
            if (table.ReadAtLeast(mark, 5, throwOnEndOfStream: false) < 5)
            {
                return false;
            }

            if (mark[0] == 2)
            {
                return CopyPieces(table, at + 5, Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(mark.AsSpan(1)), end - at - 5), cancellationToken);
            }

            if (mark[0] != 1)
            {
                return false;
            }

            at += 3 + BinaryPrimitives.ReadUInt16LittleEndian(mark.AsSpan(1));
        }

        return false;
    }

    private bool CopyPieces(CompoundStream table, long at, long length, CancellationToken cancellationToken)
    {
        var count = (length - 4) / 12;
        if (count <= 0 || length > MaxPieces)
        {
            return false;
        }

        var (positions, piece) = (new byte[8], new byte[8]);
        long total = 0;
        for (long i = 0; i < count; i++)
        {
            table.Position = at + (i * 4);
            if (table.ReadAtLeast(positions, 8, throwOnEndOfStream: false) < 8)
            {
                return false;
            }

            table.Position = at + ((count + 1) * 4) + (i * 8);
            if (table.ReadAtLeast(piece, 8, throwOnEndOfStream: false) < 8)
            {
                return false;
            }

            var characters = (long)Int(positions, 4) - Int(positions, 0);
            var place = BinaryPrimitives.ReadUInt32LittleEndian(piece.AsSpan(2));
            var isNarrow = (place & 0x4000_0000) != 0;
            total += Math.Max(0, characters);
            // Pieces of an honest document never overlap.
            if (characters < 0 || total > _document.Length)
            {
                return false;
            }

            Copy(isNarrow ? (place & 0x3FFF_FFFF) / 2 : place & 0x3FFF_FFFF, characters, !isNarrow, cancellationToken);
        }

        return true;
    }

    private void Copy(long from, long characters, bool isWide, CancellationToken cancellationToken)
    {
        var width = isWide ? 2 : 1;
        _document.Position = from;
        while (characters > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var wanted = (int)Math.Min(characters * width, Block);
            var read = _document.ReadAtLeast(_bytes.AsSpan(0, wanted), wanted, throwOnEndOfStream: false) / width * width;
            if (read == 0)
            {
                tally.Miss("document", "It is damaged: part of its text lies behind its end.");
                return;
            }

            Write(isWide ? MemoryMarshal.Cast<byte, char>(_bytes.AsSpan(0, read)) : _chars.AsSpan(0, Western.GetChars(_bytes.AsSpan(0, read), _chars)));
            characters -= read / width;
        }
    }

    // Marks among the characters (2.4.1): ends of paragraphs and cells, field codes, notes, pictures.
    private void Write(ReadOnlySpan<char> chars)
    {
        while (!chars.IsEmpty)
        {
            while (_part < _ends.Length - 1 && _position >= _ends[_part])
            {
                _flows[_part].EndParagraph();
                _part++;
                _flows[_part].BeginParagraph();
            }

            var mine = chars[..(int)Math.Min(chars.Length, Math.Max(1, _ends[_part] - _position))];
            var plain = mine.IndexOfAnyInRange('\0', '\u001F');
            plain = plain < 0 ? mine.Length : plain;
            _flows[_part].Append(mine[..plain]);
            if (plain < mine.Length)
            {
                WriteMark(_flows[_part], mine[plain]);
                plain++;
            }

            _position += plain;
            chars = chars[plain..];
        }
    }

    private static void WriteMark(FlowText flow, char mark)
    {
        switch ((int)mark)
        {
            case 0x0D:
                flow.EndParagraph();
                flow.BeginParagraph();
                break;
            case 0x07 or 0x09:
                flow.Append("\t");
                break;
            case 0x0B:
                flow.Append("\n");
                break;
            case 0x0C:
                flow.BreakPage();
                flow.EndParagraph();
                flow.BeginParagraph();
                break;
            case 0x13:
                flow.BeginAside();
                break;
            case 0x14 or 0x15:
                flow.EndAside();
                break;
            case 0x1E:
                flow.Append("-");
                break;
            default:
                break;
        }
    }

    private static int Int(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
