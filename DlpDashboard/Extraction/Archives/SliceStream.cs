namespace DlpDashboard.Extraction.Archives;

/// <summary>A part of a stream that can seek. Counts what it gave.</summary>
internal sealed class SliceStream(Stream whole, long start, long length) : ReadOnlyStream
{
    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        whole.Position = start + Given;
        var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, length - Given)]);
        Given += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        whole.Position = start + Given;
        var read = await whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - Given)], cancellationToken);
        Given += read;
        return read;
    }
}
