namespace DlpDashboard.Extraction.Archives;

/// <summary>A part of a stream that can seek. Counts what it gave.</summary>
internal sealed class SliceStream(Stream whole, long start, long length) : ReadOnlyStream
{
    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (!Seek())
        {
            return 0;
        }

        var read = whole.Read(buffer[..(int)Math.Min(buffer.Length, length - Given)]);
        Given += read;
        return read;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!Seek())
        {
            return 0;
        }

        var read = await whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length - Given)], cancellationToken);
        Given += read;
        return read;
    }

    // A place behind the end is one that lies: streams in memory do not take those that are far behind it.
    private bool Seek()
    {
        var at = start + Given;
        if (at < 0 || at >= whole.Length)
        {
            return false;
        }

        whole.Position = at;
        return true;
    }
}
