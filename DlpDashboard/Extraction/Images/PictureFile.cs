namespace DlpDashboard.Extraction.Images;

/// <summary>A picture as it streams: parts are taken into memory up to a bound, or passed over.</summary>
internal sealed class PictureFile(Stream stream, BlockPool pool)
{
    private readonly byte[] _small = new byte[16];

    /// <summary>Whether the stream ended before what was asked for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>So many bytes, at most sixteen; valid until the next call. Empty at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> SmallAsync(int count, CancellationToken cancellationToken)
    {
        var length = await stream.ReadAtLeastAsync(_small.AsMemory(0, count), count, throwOnEndOfStream: false, cancellationToken);
        IsCut |= length < count;
        return length < count ? default : _small.AsMemory(0, count);
    }

    /// <summary>A part; null where the stream ends in it.</summary>
    public async ValueTask<byte[]?> TakeAsync(int count, CancellationToken cancellationToken)
    {
        // No more memory than there are bytes.
        using var part = new MemoryStream();
        var block = pool.Rent();
        try
        {
            while (part.Length < count)
            {
                var read = await stream.ReadAsync(block.AsMemory(0, (int)Math.Min(block.Length, count - part.Length)), cancellationToken);
                if (read == 0)
                {
                    IsCut = true;
                    return null;
                }

                part.Write(block, 0, read);
            }
        }
        finally
        {
            pool.Return(block);
        }

        return part.ToArray();
    }

    /// <summary>All there is, up to so many bytes.</summary>
    public async ValueTask<byte[]> TakeUpToAsync(int most, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        await new Archives.PartOfStream(stream, most).CopyToAsync(all, cancellationToken);
        return all.ToArray();
    }

    /// <summary>Passes over a part.</summary>
    public async ValueTask SkipAsync(long count, CancellationToken cancellationToken)
    {
        var part = new Archives.PartOfStream(stream, count);
        await part.SkipAsync(pool, cancellationToken);
        IsCut |= part.IsCut;
    }
}
