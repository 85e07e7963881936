using System.Buffers.Binary;
using System.Text;
using DlpDashboard.Extraction.Archives;

namespace DlpDashboard.Extraction.Office;

/// <summary>
/// The texts of a workbook that its cells refer to by number. The first 8 MB are kept in memory, the rest in a private file that is gone when closed,
/// read again through a small cache: cells mostly ask in order.
/// </summary>
internal sealed class SharedStrings(ExtractionLimits limits) : IDisposable
{
    private const int PageSize = 64 * 1024;
    private const int PagesInMemory = 128;
    private const int CachedPages = 32;
    private const int MarkEvery = 16;
    private const int MaxMarks = 1024 * 1024;
    private const int LengthSize = sizeof(int);

    private readonly List<byte[]> _pages = [];
    private readonly List<long> _marks = [];
    private readonly (long Page, byte[] Bytes)[] _cache = new (long, byte[])[CachedPages];
    private readonly byte[] _write = new byte[PageSize];
    private FileStream? _file;
    private long _start = -1;
    private long _length;
    private long _writtenPages;

    /// <summary>Texts kept.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes of all texts.</summary>
    public long Length => _length;

    /// <summary>Whether texts beyond the limits were left out.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A text begins.</summary>
    public void Begin()
    {
        if (IsCut || _length > limits.SpoolBytes || _marks.Count == MaxMarks)
        {
            IsCut = true;
            return;
        }

        if (Count % MarkEvery == 0)
        {
            _marks.Add(_length);
        }

        _start = _length;
        Put(stackalloc byte[LengthSize]);
    }

    /// <summary>Adds to the text.</summary>
    public void Append(ReadOnlySpan<char> chars)
    {
        Span<byte> utf8 = stackalloc byte[768];
        while (!IsCut && !chars.IsEmpty)
        {
            var part = Math.Min(chars.Length, 256);
            part -= part < chars.Length && char.IsHighSurrogate(chars[part - 1]) ? 1 : 0;
            Append(utf8[..Encoding.UTF8.GetBytes(chars[..part], utf8)]);
            chars = chars[part..];
        }
    }

    /// <summary>Adds to the text.</summary>
    public void Append(ReadOnlySpan<byte> utf8)
    {
        if (!IsCut && _length - _start < int.MaxValue / 2)
        {
            Put(utf8);
        }
    }

    /// <summary>The text is complete.</summary>
    public void End()
    {
        if (IsCut)
        {
            return;
        }

        Span<byte> length = stackalloc byte[LengthSize];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)(_length - _start - LengthSize));
        Overwrite(_start, length);
        Count++;
    }

    /// <summary>Gives a text, in parts of a page.</summary>
    /// <returns>Its bytes; -1 where there is none of that number.</returns>
    public long CopyTo(long number, SheetText sheet)
    {
        if (number < 0 || number >= Count)
        {
            return -1;
        }

        var at = _marks[(int)(number / MarkEvery)];
        for (var passed = number % MarkEvery; passed > 0; passed--)
        {
            at += LengthSize + LengthAt(at);
        }

        var length = LengthAt(at);
        for (var (from, end) = (at + LengthSize, at + LengthSize + length); from < end;)
        {
            var part = At(from);
            part = part[..(int)Math.Min(part.Length, end - from)];
            sheet.Append(part);
            from += part.Length;
        }

        return length;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private void Put(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = (int)(_length % PageSize);
            var part = bytes[..Math.Min(bytes.Length, PageSize - at)];
            part.CopyTo(_write.AsSpan(at));
            _length += part.Length;
            bytes = bytes[part.Length..];
            if (_length % PageSize == 0)
            {
                KeepPage();
            }
        }
    }

    private void KeepPage()
    {
        _writtenPages++;
        if (_pages.Count < PagesInMemory)
        {
            _pages.Add(_write.AsSpan().ToArray());
            return;
        }

        _file ??= Spool.OpenFile(limits.SpoolFolder);
        _file.Position = (_writtenPages - 1 - _pages.Count) * PageSize;
        _file.Write(_write);
    }

    private void Overwrite(long position, ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            var (page, at) = ((position + i) / PageSize, (int)((position + i) % PageSize));
            if (page >= _writtenPages)
            {
                _write[at] = bytes[i];
            }
            else if (page < _pages.Count)
            {
                _pages[(int)page][at] = bytes[i];
            }
            else
            {
                _file!.Position = ((page - _pages.Count) * PageSize) + at;
                _file.WriteByte(bytes[i]);
            }
        }
    }

    private int LengthAt(long position)
    {
        var here = At(position);
        if (here.Length >= LengthSize)
        {
            return BinaryPrimitives.ReadInt32LittleEndian(here);
        }

        Span<byte> length = stackalloc byte[LengthSize];
        here.CopyTo(length);
        At(position + here.Length)[..(LengthSize - here.Length)].CopyTo(length[here.Length..]);
        return BinaryPrimitives.ReadInt32LittleEndian(length);
    }

    // The bytes from a position to its page's end.
    private ReadOnlySpan<byte> At(long position)
    {
        var (page, at) = (position / PageSize, (int)(position % PageSize));
        return (page >= _writtenPages ? _write : page < _pages.Count ? _pages[(int)page] : Cached(page)).AsSpan(at);
    }

    private byte[] Cached(long page) => _cache[page % CachedPages] is var (cached, bytes) && cached == page ? bytes : Load(page);

    private byte[] Load(long page)
    {
        var slot = page % CachedPages;
        var bytes = _cache[slot].Bytes ?? new byte[PageSize];
        _file!.Position = (page - _pages.Count) * PageSize;
        _file.ReadExactly(bytes);
        _cache[slot] = (page, bytes);
        return bytes;
    }
}
