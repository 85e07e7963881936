namespace DlpDashboard.Extraction;

/// <summary>The object's stream, counted and timed. One for all objects of an extractor.</summary>
internal sealed class MeteredStream(Action<int>? onRead, ObjectClock clock) : ReadOnlyStream
{
    private Stream _inner = Null;
    private long _origin;

    /// <summary>Bytes read of the current object.</summary>
    public long BytesRead { get; private set; }

    /// <inheritdoc/>
    public override bool CanSeek => _inner.CanSeek;

    /// <inheritdoc/>
    public override long Length => _inner.Length - _origin;

    /// <inheritdoc/>
    public override long Position
    {
        get => _inner.Position - _origin;
        set => _inner.Position = value + _origin;
    }

    /// <summary>The next object's stream, from where it stands.</summary>
    public void Open(Stream inner) => (_inner, _origin, BytesRead) = (inner, inner.CanSeek ? inner.Position : 0, 0);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Count(_inner.Read(Checked(buffer)));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await _inner.ReadAsync(buffer, cancellationToken));

    private Span<byte> Checked(Span<byte> buffer)
    {
        clock.Check();
        return buffer;
    }

    private int Count(int read)
    {
        BytesRead += read;
        if (!_inner.CanSeek)
        {
            clock.Came(BytesRead);
        }

        onRead?.Invoke(read);
        return read;
    }
}
