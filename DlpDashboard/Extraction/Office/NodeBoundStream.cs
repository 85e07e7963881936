namespace DlpDashboard.Extraction.Office;

/// <summary>
/// Bounds what one XML node may be long, since a parser holds a whole tag in memory: more bytes in a row without a new node are refused.
/// </summary>
internal sealed class NodeBoundStream(Stream inner) : ReadOnlyStream
{
    /// <summary>Bytes of the longest tag, comment or section that is read.</summary>
    public const int MaxNode = 1024 * 1024;

    private int _sinceNode;

    /// <summary>The parser went on to another node.</summary>
    public void OnNode() => _sinceNode = 0;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer));

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer, cancellationToken));

    private int Count(int read)
    {
        _sinceNode += read;
        return _sinceNode <= MaxNode + read ? read : throw new PartException("one of its tags or comments is longer than 1 MB");
    }
}
