namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Copies a stream that cannot seek aside: in memory while it is small, else into a temporary file only this user can read,
/// which is gone when it is closed.
/// </summary>
internal static class Spool
{
    /// <summary>The copy, or null where it would be too large.</summary>
    public static async ValueTask<Stream?> CopyAsync(Stream stream, BlockPool pool, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        Stream copy = new MemoryStream();
        var block = pool.Rent();
        try
        {
            while (true)
            {
                var length = await Blocks.FillAsync(stream, block, 0, cancellationToken);
                if (copy.Length + length > limits.SpoolBytes)
                {
                    await copy.DisposeAsync();
                    return null;
                }

                if (copy is MemoryStream && copy.Length + length > limits.SpoolMemoryBytes)
                {
                    copy = await MoveToFileAsync(copy, limits.SpoolFolder, cancellationToken);
                }

                await copy.WriteAsync(block.AsMemory(0, length), cancellationToken);
                if (length < BlockPool.BlockSize)
                {
                    return copy;
                }
            }
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
        finally
        {
            pool.Return(block);
        }
    }

    /// <summary>An empty temporary file that only this user can read; gone when it is closed.</summary>
    public static FileStream OpenFile(string folder)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 64 * 1024,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(folder, $"dlp-{Path.GetRandomFileName()}"), options);
    }

    private static async ValueTask<Stream> MoveToFileAsync(Stream memory, string folder, CancellationToken cancellationToken)
    {
        var file = OpenFile(folder);
        memory.Position = 0;
        await memory.CopyToAsync(file, cancellationToken);
        await memory.DisposeAsync();
        return file;
    }
}
