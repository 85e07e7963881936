using Microsoft.Win32.SafeHandles;

namespace DlpDashboard.Providers.Local;

/// <summary>
/// The bytes of a file or a part of it: no buffer of its own, one call of the system a read, always complete when it returns. Ends at the
/// length that was listed; a file cut shorter meanwhile is <see cref="StoreFault.Changed"/>.
/// </summary>
/// <param name="file">The opened file; disposed with the stream.</param>
/// <param name="start">First byte.</param>
/// <param name="length">Bytes.</param>
internal sealed class LocalObjectStream(SafeFileHandle file, long start, long length) : Stream
{
    private long _position;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => true;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        var left = length - _position;
        if (left <= 0 || buffer.IsEmpty)
        {
            return 0;
        }

        int read;
        try
        {
            read = RandomAccess.Read(file, buffer[..(int)Math.Min(left, buffer.Length)], start + _position);
        }
        catch (IOException broken)
        {
            throw new ObjectStoreException(StoreFault.Unreadable, "The disk could not read this file. Check the disk or network share it lies on.", inner: broken);
        }

        if (read == 0)
        {
            throw new ObjectStoreException(StoreFault.Changed, "The file became shorter while it was read. Scan again.");
        }

        _position += read;
        return read;
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<int>(cancellationToken) : ValueTask.FromResult(Read(buffer.Span));

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
