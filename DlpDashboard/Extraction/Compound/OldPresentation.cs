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
    private const int MaxLost = 64;

    // What holds other records: the document, slides with their shapes and texts, lists, links, tags with comments.
    private static readonly HashSet<int> Containers =
    [
        0x03E8, 0x03EE, 0x03F0, 0x03F2, 0x03F8, 0x0409, 0x040C, 0x07D0, 0x0FC9, 0x0FCC, 0x0FCE, 0x0FD7, 0x0FD9, 0x0FF0, 0x1388, 0x138A, 0x138B, 0x2EE0, 0xF002, 0xF003, 0xF004, 0xF00D, 0xF011,
    ];

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
        text.Open(entry);
        if (ReadRecords(stream, cancellationToken) > MaxLost)
        {
            tally.Miss("presentation", "It is damaged or cut short: not all its texts were read.");
        }

        _flow.EndParagraph();
        text.Close();
    }

    // Bytes passed over at the end that were no record. Between what was saved fast there may be anything: there the next container is looked for byte by byte.
    private int ReadRecords(BufferedStream stream, CancellationToken cancellationToken)
    {
        var (header, lost) = (new byte[HeaderSize], 0);
        for (var count = 0; stream.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize; count++)
        {
            if ((count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var options = BinaryPrimitives.ReadUInt16LittleEndian(header);
            var (type, length) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(2)), (long)BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4)));
            var isContainer = Containers.Contains(type) && (lost == 0 || (options & 0xF) == 0xF);
            if (!IsRecord(type) || length > stream.Length - stream.Position || (lost > 0 && !isContainer))
            {
                lost++;
                stream.Position -= HeaderSize - 1;
            }
            else if (isContainer)
            {
                lost = 0;
                Enter(type, options >> 4);
            }
            else
            {
                Take(stream, type, length);
            }
        }

        return lost;
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

    private static bool IsRecord(int type) => type is (>= 0x03E8 and < 0x3000) or (>= 0xF000 and < 0xF200);

    private void Take(BufferedStream stream, int type, long length)
    {
        switch (type)
        {
            case 0x03F3:
                MoveTo($"{_list} {++_listed}");
                break;
            case 0x0FA0 or 0x0FBA:
                Copy(stream, length, isWide: true);
                return;
            case 0x0FA8:
                Copy(stream, length, isWide: false);
                return;
            default:
                break;
        }

        stream.Position += length;
    }

    private void MoveTo(string where)
    {
        _flow.EndParagraph();
        _flow = new FlowText(text, where);
    }

    private void Copy(BufferedStream stream, long length, bool isWide)
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
            length = read < wanted ? 0 : length - read;
        }

        _flow.EndParagraph();
    }

    private void Write(ReadOnlySpan<char> chars)
    {
        // Names of tags, not of people.
        if (chars.StartsWith("___PPT"))
        {
            return;
        }

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
