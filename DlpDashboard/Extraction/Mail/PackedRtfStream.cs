using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Extraction.Mail;

/// <summary>Decompresses the RTF of an Outlook item ([MS-OXRTFCP] 2.1.3): a window of 4096 bytes that begins with what most RTF begins with.</summary>
internal sealed class PackedRtfStream : ReadOnlyStream
{
    private const int Window = 4096;
    private const int HeaderSize = 16;
    private const uint Packed = 0x75465A4C;
    private const uint Plain = 0x414C454D;

    private const string Beginning =
        "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
        + "{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

    private readonly BufferedStream _packed;
    private readonly byte[] _window = new byte[Window];
    private readonly bool _isPlain;
    private int _write;
    private int _copyFrom;
    private int _copyLeft;
    private int _flags;
    private int _flagsLeft;
    private bool _isOver;

    /// <summary>Opens compressed RTF.</summary>
    public PackedRtfStream(Stream packed)
    {
        _packed = new BufferedStream(packed, Window);
        Span<byte> header = stackalloc byte[HeaderSize];
        var isWhole = _packed.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize;
        var mark = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        _isPlain = mark == Plain;
        _isOver = !isWhole || mark is not (Packed or Plain);
        _write = Encoding.ASCII.GetBytes(Beginning, _window);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_isPlain && !_isOver)
        {
            return _packed.Read(buffer);
        }

        var given = 0;
        while (given < buffer.Length && Next() is >= 0 and var next)
        {
            buffer[given++] = (byte)next;
        }

        return given;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    private int Next()
    {
        while (_copyLeft == 0 && !_isOver)
        {
            if (_flagsLeft == 0)
            {
                (_flags, _flagsLeft) = (_packed.ReadByte(), 8);
            }

            var isCopy = (_flags & 1) != 0;
            (_flags, _flagsLeft, _isOver) = (_flags >> 1, _flagsLeft - 1, _flags < 0);
            var (high, low) = (_isOver ? -1 : _packed.ReadByte(), isCopy && !_isOver ? _packed.ReadByte() : 0);
            _isOver |= high < 0 || low < 0;
            if (!isCopy && !_isOver)
            {
                return Keep((byte)high);
            }

            var token = (high << 8) | low;
            (_copyFrom, _copyLeft) = (token >> 4, (token & 0xF) + 2);
            _isOver |= _copyFrom == _write;
        }

        if (_isOver)
        {
            return -1;
        }

        _copyLeft--;
        var copied = _window[_copyFrom];
        _copyFrom = (_copyFrom + 1) % Window;
        return Keep(copied);
    }

    private byte Keep(byte next)
    {
        _window[_write] = next;
        _write = (_write + 1) % Window;
        return next;
    }
}
