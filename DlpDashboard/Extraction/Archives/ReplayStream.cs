namespace DlpDashboard.Extraction.Archives;

/// <summary>A stream whose head was already read: gives it again, then goes on. Counts what it gave.</summary>
internal sealed class ReplayStream(ReadOnlyMemory<byte> head, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _head = head;

    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var read = _head.IsEmpty ? rest.Read(buffer) : Replay(buffer);
        Given += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = _head.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken) : Replay(buffer.Span);
        Given += read;
        return read;
    }

    private int Replay(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, _head.Length);
        _head.Span[..read].CopyTo(buffer);
        _head = _head[read..];
        return read;
    }
}
