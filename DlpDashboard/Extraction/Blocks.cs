namespace DlpDashboard.Extraction;

/// <summary>Fills blocks from streams, however small the parts these give.</summary>
internal static class Blocks
{
    /// <summary>Fills a block from a position on; it stays short only at the stream's end. Completes at once where the stream does.</summary>
    /// <returns>Bytes in the block, those before <paramref name="from"/> counted.</returns>
    public static async ValueTask<int> FillAsync(Stream stream, byte[] block, int from, CancellationToken cancellationToken)
    {
        while (from < BlockPool.BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = await stream.ReadAsync(block.AsMemory(from, BlockPool.BlockSize - from), cancellationToken);
            if (read == 0)
            {
                break;
            }

            from += read;
        }

        return from;
    }
}
