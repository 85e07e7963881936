namespace DlpDashboard.Providers.Network;

/// <summary>
/// An object's bytes as they arrive. A connection that breaks or falls silent is replaced by a request for the rest, of the very same
/// version, at most <see cref="MaxResumes"/> times and never more often than bytes arrive between; the reader notices nothing.
/// </summary>
internal sealed class ObjectBodyStream : Stream
{
    /// <summary>Connections replaced within one stream.</summary>
    public const int MaxResumes = 50;

    private const int MaxResumesWithoutBytes = 3;
    private readonly Func<long, CancellationToken, Task<ObjectBody>> _open;
    private readonly TimeSpan _stallTimeout;
    private readonly long _length;
    private ObjectBody? _body;
    private CancellationTokenSource _silence = new();
    private long _position;
    private int _resumes;
    private int _resumesWithoutBytes;

    /// <summary>Begins with the first answer.</summary>
    /// <param name="body">Begins at this stream's first byte; owned by this stream.</param>
    /// <param name="length">Bytes in all.</param>
    /// <param name="open">Asks for the rest from a position of this stream on.</param>
    /// <param name="stallTimeout">Longest silence.</param>
    public ObjectBodyStream(ObjectBody body, long length, Func<long, CancellationToken, Task<ObjectBody>> open, TimeSpan stallTimeout)
    {
        _body = body;
        _length = length;
        _open = open;
        _stallTimeout = stallTimeout;
    }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => _length;

    /// <inheritdoc />
    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var left = _length - _position;
        if (left <= 0 || buffer.IsEmpty)
        {
            return 0;
        }

        var wanted = buffer[..(int)Math.Min(left, buffer.Length)];
        while (true)
        {
            Exception? broken = null;
            try
            {
                var read = await ReadBodyAsync(wanted, cancellationToken);
                if (read > 0)
                {
                    _position += read;
                    _resumesWithoutBytes = 0;
                    return read;
                }
            }
            catch (Exception caught) when (!cancellationToken.IsCancellationRequested && caught is IOException or HttpRequestException or OperationCanceledException)
            {
                broken = caught;
            }

            await ResumeAsync(broken, cancellationToken);
        }
    }

    /// <summary>Blocks the calling thread until bytes arrive; read asynchronously wherever that is possible.</summary>
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <inheritdoc />
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

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
            _body?.Dispose();
            _body = null;
            _silence.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadBodyAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (!_silence.TryReset())
        {
            _silence.Dispose();
            _silence = new CancellationTokenSource();
        }

        ObjectDisposedException.ThrowIf(_body is null, this);
        var reading = _body.Bytes.ReadAsync(buffer, _silence.Token);
        if (reading.IsCompletedSuccessfully)
        {
            return reading.GetAwaiter().GetResult();
        }

        _silence.CancelAfter(_stallTimeout);
        await using (cancellationToken.UnsafeRegister(static silence => ((CancellationTokenSource)silence!).Cancel(), _silence))
        {
            try
            {
                return await reading;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    private async Task ResumeAsync(Exception? broken, CancellationToken cancellationToken)
    {
        if (++_resumes > MaxResumes || ++_resumesWithoutBytes > MaxResumesWithoutBytes)
        {
            throw new ObjectStoreException(
                StoreFault.Unreachable, "The connection breaks again and again while this object is read. Check the network, then resume.", inner: broken);
        }

        _body?.Dispose();
        _body = null;
        _body = await _open(_position, cancellationToken);
    }
}
