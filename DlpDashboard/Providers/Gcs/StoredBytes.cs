using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace DlpDashboard.Providers.Gcs;

/// <summary>An object's bytes, compared with the checksum the service keeps of them (CRC-32C, RFC 3720 section 12.1) once the last one arrived.</summary>
/// <param name="bytes">All of the object; disposed with this one.</param>
/// <param name="length">How many.</param>
/// <param name="checksum">What they must come to.</param>
internal sealed class StoredBytes(Stream bytes, long length, uint checksum) : Stream
{
    private uint _sum = uint.MaxValue;
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The checksum in a header such as <c>crc32c=AAAAAA==,md5=…</c>, or null.</summary>
    public static uint? ChecksumOf(IEnumerable<string> headers)
    {
        const string Name = "crc32c=";
        var text = headers.SelectMany(header => header.Split(',', StringSplitOptions.TrimEntries)).FirstOrDefault(part => part.StartsWith(Name, StringComparison.Ordinal));
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        return text is not null && Convert.TryFromBase64String(text[Name.Length..], sum, out var written) && written == sizeof(uint) ? BinaryPrimitives.ReadUInt32BigEndian(sum) : null;
    }

    /// <summary>Continues a sum over more bytes; begins with all ones and ends with its complement.</summary>
    public static uint Continue(uint sum, ReadOnlySpan<byte> more)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(more);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, word);
        }

        foreach (var one in more[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return sum;
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await bytes.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..read]);
        return read;
    }

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Blocks the calling thread until bytes arrive; read asynchronously wherever that is possible.</summary>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = bytes.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read));
        return read;
    }

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            bytes.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> more)
    {
        _sum = Continue(_sum, more);
        _position += more.Length;
        if (more.Length > 0 && _position == length && ~_sum != checksum)
        {
            throw new ObjectStoreException(StoreFault.Unreadable, "The bytes that arrived are not those the service keeps (their checksums differ). Scan again.");
        }
    }
}
