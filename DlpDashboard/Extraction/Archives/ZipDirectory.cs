using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Reads a zip's central directory (APPNOTE 4.3.16, 4.3.14, 4.3.12; zip64 too), which alone says what the archive holds. Everything in it is hostile:
/// offsets are checked, counts bounded, names only shown.
/// </summary>
internal sealed class ZipDirectory(Stream stream)
{
    private const int EndSize = 22;
    private const int MaxComment = ushort.MaxValue;
    private const int LocatorSize = 20;
    private const int EntrySize = 46;
    private const int MaxName = 1024;

    private readonly byte[] _window = new byte[64 * 1024];
    private long _windowStart;
    private int _windowLength;

    /// <summary>The entries in the directory's order, at most <paramref name="most"/>; null where there is no directory.</summary>
    public async ValueTask<List<ZipEntry>?> ReadAsync(int most, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not var (offset, size, shift))
        {
            return null;
        }

        var entries = new List<ZipEntry>();
        var end = offset + size;
        while (entries.Count < most && offset + EntrySize <= end)
        {
            if (await ReadEntryAsync(offset, shift, cancellationToken) is not var (entry, length))
            {
                break;
            }

            entries.Add(entry);
            offset += length;
        }

        return entries;
    }

    private async ValueTask<(ZipEntry Entry, int Length)?> ReadEntryAsync(long offset, long shift, CancellationToken cancellationToken)
    {
        var fixedPart = await AtAsync(offset, EntrySize, cancellationToken);
        if (fixedPart.Length < EntrySize || U32(fixedPart, 0) != 0x02014B50)
        {
            return null;
        }

        var (flags, method) = (U16(fixedPart, 8), U16(fixedPart, 10));
        long compressed = U32(fixedPart, 20);
        long size = U32(fixedPart, 24);
        var (nameLength, extraLength, commentLength) = (U16(fixedPart, 28), U16(fixedPart, 30), U16(fixedPart, 32));
        long header = U32(fixedPart, 42);
        var name = NameOf((await AtAsync(offset + EntrySize, Math.Min(nameLength, MaxName), cancellationToken)).Span, (flags & 0x800) != 0);
        if (compressed == uint.MaxValue || size == uint.MaxValue || header == uint.MaxValue)
        {
            var extra = await AtAsync(offset + EntrySize + nameLength, Math.Min(extraLength, 4096), cancellationToken);
            ReadZip64(extra.Span, ref size, ref compressed, ref header);
        }

        return (new ZipEntry(name, flags, method, compressed, size, header + shift), EntrySize + nameLength + extraLength + commentLength);
    }

    // The directory's place and size, and how far all offsets lie behind what they say (a program before the archive).
    private async ValueTask<(long Offset, long Size, long Shift)?> FindAsync(CancellationToken cancellationToken)
    {
        var tail = (int)Math.Min(stream.Length, EndSize + MaxComment);
        var tailStart = stream.Length - tail;
        for (var high = tail; high >= EndSize; high -= _window.Length - EndSize)
        {
            var low = Math.Max(0, high - _window.Length);
            var part = await AtAsync(tailStart + low, high - low, cancellationToken);
            for (var i = part.Length - EndSize; i >= 0; i--)
            {
                i = part.Span[..(i + 4)].LastIndexOf("PK\u0005\u0006"u8);
                if (i < 0)
                {
                    break;
                }

                var at = tailStart + low + i;
                if (at + EndSize + U16(part, i + 20) <= stream.Length)
                {
                    return await PlaceOfAsync(at, U32(part, i + 16), U32(part, i + 12), cancellationToken);
                }
            }
        }

        return null;
    }

    private async ValueTask<(long Offset, long Size, long Shift)?> PlaceOfAsync(long end, long offset, long size, CancellationToken cancellationToken)
    {
        if (offset == uint.MaxValue || size == uint.MaxValue)
        {
            var locator = end >= LocatorSize ? await AtAsync(end - LocatorSize, LocatorSize, cancellationToken) : default;
            if (locator.Length < LocatorSize || U32(locator, 0) != 0x07064B50)
            {
                return null;
            }

            end = I64(locator, 8);
            var record = end >= 0 && end < stream.Length ? await AtAsync(end, 56, cancellationToken) : default;
            if (record.Length < 56 || U32(record, 0) != 0x06064B50)
            {
                return null;
            }

            (size, offset) = (I64(record, 40), I64(record, 48));
        }

        var shift = end - offset - size;
        return offset < 0 || size < 0 || shift < 0 || offset > stream.Length ? null : (offset + shift, size, shift);
    }

    // Zip64 extended information (4.5.3): only the fields that did not fit, in this order.
    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long header)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            extra = extra[4..];
            var data = extra[..Math.Min(length, extra.Length)];
            if (id == 1)
            {
                size = size == uint.MaxValue ? Next(ref data) : size;
                compressed = compressed == uint.MaxValue ? Next(ref data) : compressed;
                header = header == uint.MaxValue ? Next(ref data) : header;
                return;
            }

            extra = extra[data.Length..];
        }
    }

    private static long Next(ref ReadOnlySpan<byte> data)
    {
        if (data.Length < sizeof(long))
        {
            return long.MaxValue;
        }

        var value = BinaryPrimitives.ReadInt64LittleEndian(data);
        data = data[sizeof(long)..];
        return value < 0 ? long.MaxValue : value;
    }

    private static string NameOf(ReadOnlySpan<byte> name, bool isUtf8) =>
        SafeText.Of(isUtf8 || Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name));

    // Bytes of the stream; fewer at its end. Valid until the next call.
    private async ValueTask<ReadOnlyMemory<byte>> AtAsync(long offset, int count, CancellationToken cancellationToken)
    {
        if (offset < _windowStart || offset + count > _windowStart + _windowLength)
        {
            stream.Position = offset;
            (_windowStart, _windowLength) = (offset, 0);
            while (_windowLength < _window.Length)
            {
                var read = await stream.ReadAsync(_window.AsMemory(_windowLength), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                _windowLength += read;
            }
        }

        return _window.AsMemory((int)(offset - _windowStart), Math.Min(count, _windowLength - (int)(offset - _windowStart)));
    }

    private static int U16(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[at..]);

    private static uint U32(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]);

    private static long I64(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.Span[at..]);
}
