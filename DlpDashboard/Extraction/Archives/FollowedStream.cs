namespace DlpDashboard.Extraction.Archives;

/// <summary>A stream with some more bytes behind its end.</summary>
internal sealed class FollowedStream(Stream first, ReadOnlyMemory<byte> then) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _then = then;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => first.Read(buffer) is > 0 and var read ? read : Follow(buffer);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        await first.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : Follow(buffer.Span);

    private int Follow(Span<byte> buffer)
    {
        var read = Math.Min(buffer.Length, _then.Length);
        _then.Span[..read].CopyTo(buffer);
        _then = _then[read..];
        return read;
    }
}
