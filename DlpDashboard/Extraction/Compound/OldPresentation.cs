using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DlpDashboard.Extraction.Formats;
using DlpDashboard.Extraction.Office;

namespace DlpDashboard.Extraction.Compound;

/// <summary>
/// Reads the texts of a PowerPoint presentation of 1997 to 2003 ([MS-PPT] 2.9): titles and outlines, text boxes, notes, in the order the file has them.
/// Slides are counted as they come; what was saved fast may be there in an older state too.
/// </summary>
internal sealed class OldPresentation(CompoundStorage storage, PlacedTextWriter text, string? entry, PartTally tally)
{
    private const int HeaderSize = 8;
    private const uint EncryptedToken = 0xF3D1C4DF;
    private const int Block = 8192;

    private readonly byte[] _bytes = new byte[Block];
    private readonly char[] _chars = new char[Block];
    private FlowText _flow = new(text, "");
    private int _slides;
    private int _listed;
    private int _notes;
    private string _list = "slide";

    /// <summary>Reads the presentation.</summary>
    public void Read(CancellationToken cancellationToken)
    {
        var user = storage.Read("Current User", 16);
        if (user.Length == 16 && BinaryPrimitives.ReadUInt32LittleEndian(user.AsSpan(12)) == EncryptedToken)
        {
            tally.MarkEncrypted("The presentation is protected by a password.");
            return;
        }

        using var stream = new BufferedStream(storage.Open("PowerPoint Document")!, 32 * 1024);
        var header = new byte[HeaderSize];
        text.Open(entry);
        for (var count = 0; stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize; count++)
        {
            if ((count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var options = BinaryPrimitives.ReadUInt16LittleEndian(header);
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)), (long)BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)));
            if ((options & 0xF) == 0xF)
            {
                Enter(type, options >> 4);
            }
            else if (!Take(stream, type, length))
            {
                tally.Miss("presentation", "It is damaged or cut short: not all its texts were read.");
                break;
            }
        }

        _flow.EndParagraph();
        text.Close();
    }

    // A container: what it holds follows, so only the place changes.
    private void Enter(int type, int instance)
    {
        switch (type)
        {
            case 0x03EE:
                MoveTo($"slide {++_slides}");
                break;
            case 0x03F0:
                MoveTo($"notes {++_notes}");
                break;
            case 0x03F8:
                MoveTo("slide master");
                break;
            case 0x0FF0:
                (_list, _listed) = (instance switch { 0 => "slide", 1 => "slide master", _ => "notes" }, 0);
                break;
            default:
                break;
        }
    }

    private bool Take(BufferedStream stream, int type, long length)
    {
        switch (type)
        {
            case 0x03F3:
                MoveTo($"{_list} {++_listed}");
                break;
            case 0x0FA0 or 0x0FBA:
                return Copy(stream, length, isWide: true);
            case 0x0FA8:
                return Copy(stream, length, isWide: false);
            default:
                break;
        }

        stream.Position += length;
        return stream.Position <= stream.Length;
    }

    private void MoveTo(string where)
    {
        _flow.EndParagraph();
        _flow = new FlowText(text, where);
    }

    private bool Copy(BufferedStream stream, long length, bool isWide)
    {
        _flow.BeginParagraph();
        while (length > 0)
        {
            var wanted = (int)Math.Min(length, Block);
            var read = stream.ReadAtLeast(_bytes.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
            if (!isWide)
            {
                // The low bytes of UTF-16.
                System.Text.Encoding.Latin1.GetChars(_bytes.AsSpan(0, read), _chars);
            }

            Write(isWide ? MemoryMarshal.Cast<byte, char>(_bytes.AsSpan(0, read)) : _chars.AsSpan(0, read));
            if (read < wanted)
            {
                return false;
            }

            length -= read;
        }

        _flow.EndParagraph();
        return true;
    }

    private void Write(ReadOnlySpan<char> chars)
    {
        while (!chars.IsEmpty)
        {
            var plain = chars.IndexOfAny('\r', '\v');
            _flow.Append(plain < 0 ? chars : chars[..plain]);
            if (plain < 0)
            {
                return;
            }

            _flow.Append("\n");
            chars = chars[(plain + 1)..];
        }
    }
}
