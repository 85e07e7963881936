using System.Buffers.Binary;
using System.Text;

namespace DlpDashboard.Extraction.Compound;

/// <summary>The records of an old workbook's stream ([MS-XLS] 2.1.4), and texts that go on over several of them (2.5.293, 2.5.294).</summary>
internal sealed class BiffRecords(Stream stream)
{
    private const int Continue = 0x3C;
    private const int HeaderSize = 4;

    private readonly byte[] _data = new byte[ushort.MaxValue];
    private readonly byte[] _header = new byte[HeaderSize];
    private readonly char[] _chars = new char[ushort.MaxValue];
    private int _length;
    private int _at;
    private long _next;
    private bool _isHeaderRead;

    /// <summary>The record's type.</summary>
    public int Type { get; private set; }

    /// <summary>Where it begins in the stream.</summary>
    public long Position { get; private set; }

    /// <summary>Its data. Valid until the next is read.</summary>
    public ReadOnlySpan<byte> Data => _data.AsSpan(0, _length);

    /// <summary>Goes on to the next record; false at the end.</summary>
    public bool Read()
    {
        if (!TryReadHeader())
        {
            return false;
        }

        _isHeaderRead = false;
        Type = U16(_header, 0);
        Position = _next;
        _length = stream.ReadAtLeast(_data.AsSpan(0, U16(_header, 2)), U16(_header, 2), throwOnEndOfStream: false);
        _next += HeaderSize + _length;
        _at = 0;
        return true;
    }

    /// <summary>A number of the record's data; 0 behind its end.</summary>
    public int Number(int at) => at + 2 <= _length ? U16(_data, at) : 0;

    /// <summary>A number of four bytes.</summary>
    public uint Number32(int at) => at + 4 <= _length ? BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan(at)) : 0;

    /// <summary>A number with a fraction.</summary>
    public double Double(int at) => at + 8 <= _length ? BinaryPrimitives.ReadDoubleLittleEndian(_data.AsSpan(at)) : 0;

    /// <summary>A text within the record.</summary>
    /// <param name="at">Where its length stands.</param>
    /// <param name="lengthBytes">Bytes of the length: 1 or 2.</param>
    /// <param name="narrow">The encoding of old texts without flags; null for texts with flags.</param>
    public ReadOnlySpan<char> Text(int at, int lengthBytes, Encoding? narrow)
    {
        var count = at + lengthBytes > _length ? 0 : lengthBytes == 1 ? _data[at] : U16(_data, at);
        at += lengthBytes;
        if (narrow is not null)
        {
            var bytes = _data.AsSpan(Math.Min(at, _length), Math.Clamp(count, 0, Math.Max(0, _length - at)));
            return narrow.GetString(bytes);
        }

        if (at >= _length)
        {
            return default;
        }

        _at = at + 1;
        return Take(count, (_data[at] & 1) != 0);
    }

    /// <summary>Starts to read texts over several records at a place in this one.</summary>
    public void Seek(int at) => _at = at;

    /// <summary>Reads a text of a table of texts, part after part; false where the stream ends.</summary>
    public bool ReadText(Action<ReadOnlySpan<char>> take)
    {
        if (!TryNext(3))
        {
            return false;
        }

        var (left, flags) = (U16(_data, _at), _data[_at + 2]);
        _at += 3;
        var rich = (flags & 8) != 0 && TryNext(2) ? U16(_data, (_at += 2) - 2) * 4L : 0;
        var spoken = (flags & 4) != 0 && TryNext(4) ? BinaryPrimitives.ReadUInt32LittleEndian(_data.AsSpan((_at += 4) - 4)) : 0;
        return ReadText(left, (flags & 1) != 0, take) && Pass(rich + spoken);
    }

    /// <summary>Reads the characters of a text; where they go on in another record its first byte says anew how wide they are.</summary>
    public bool ReadText(int left, bool isWide, Action<ReadOnlySpan<char>> take)
    {
        while (left > 0)
        {
            if (_at >= _length)
            {
                if (!NextPart())
                {
                    return false;
                }

                isWide = (_data[_at++] & 1) != 0;
            }

            var part = Take(left, isWide);
            if (part.IsEmpty)
            {
                // Half a character before the border.
                _at = _length;
                continue;
            }

            take(part);
            left -= part.Length;
        }

        return true;
    }

    /// <summary>Whether anything follows in this record or those it goes on in.</summary>
    public bool HasMore() => _at < _length || NextPart();

    private ReadOnlySpan<char> Take(int most, bool isWide)
    {
        var count = Math.Min(most, (_length - _at) / (isWide ? 2 : 1));
        for (var i = 0; i < count; i++)
        {
            _chars[i] = isWide ? (char)U16(_data, _at + (i * 2)) : (char)_data[_at + i];
        }

        _at += count * (isWide ? 2 : 1);
        return _chars.AsSpan(0, count);
    }

    private bool Pass(long bytes)
    {
        while (bytes > 0)
        {
            if (_at >= _length && !NextPart())
            {
                return false;
            }

            var part = (int)Math.Min(bytes, _length - _at);
            _at += part;
            bytes -= part;
        }

        return true;
    }

    private bool TryNext(int bytes) => HasMore() && _at + bytes <= _length;

    // Empty parts are passed over.
    private bool NextPart()
    {
        while (TryReadHeader() && U16(_header, 0) == Continue && Read())
        {
            if (_length > 0)
            {
                return true;
            }
        }

        return false;
    }

    // The header of the next record, looked at once.
    private bool TryReadHeader()
    {
        if (!_isHeaderRead)
        {
            var read = stream.ReadAtLeast(_header, HeaderSize, throwOnEndOfStream: false);
            _isHeaderRead = read == HeaderSize;
        }

        return _isHeaderRead;
    }

    private static int U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
