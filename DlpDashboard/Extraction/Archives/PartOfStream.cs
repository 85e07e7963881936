namespace DlpDashboard.Extraction.Archives;

/// <summary>The next bytes of a stream that cannot seek, up to a length. Whoever disposes this leaves the stream open.</summary>
internal sealed class PartOfStream(Stream whole, long length) : ReadOnlyStream
{
    /// <summary>Bytes not given yet.</summary>
    public long Left { get; private set; } = length;

    /// <summary>Whether the stream ended before its part did.</summary>
    public bool IsCut { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => Left == 0 || IsCut ? 0 : Take(whole.Read(buffer[..(int)Math.Min(buffer.Length, Left)]), buffer.Length);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Left == 0 || IsCut ? 0 : Take(await whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, Left)], cancellationToken), buffer.Length);

    /// <summary>Passes over what was not read.</summary>
    public async ValueTask SkipAsync(BlockPool pool, CancellationToken cancellationToken)
    {
        var block = pool.Rent();
        try
        {
            while (await ReadAsync(block, cancellationToken) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            pool.Return(block);
        }
    }

    private int Take(int read, int wanted)
    {
        Left -= read;
        IsCut = read == 0 && wanted > 0;
        return read;
    }
}
