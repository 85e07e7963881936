using DlpDashboard.Extraction.Compression;

namespace DlpDashboard.Extraction.Archives;

/// <summary>
/// Decompressed bytes within the budget. Where a limit is reached or the data is damaged the stream ends, and says why, so that what came before is read
/// like any text.
/// </summary>
/// <param name="inflater">The decompressor.</param>
/// <param name="compressedBytes">How many compressed bytes it took so far.</param>
/// <param name="budget">The object's budget.</param>
internal sealed class InflatedStream(Stream inflater, Func<long> compressedBytes, ArchiveBudget budget) : ReadOnlyStream
{
    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <summary>The limit that ended the stream, or null.</summary>
    public string? Stop { get; private set; }

    /// <summary>Whether the data is damaged.</summary>
    public bool IsDamaged { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (IsOver())
        {
            return 0;
        }

        try
        {
            return Take(inflater.Read(buffer[..Allowed(buffer.Length)]));
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            return 0;
        }
        catch (DecoderStopException stop)
        {
            Stop = stop.Message;
            return 0;
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsOver())
        {
            return 0;
        }

        try
        {
            return Take(await inflater.ReadAsync(buffer[..Allowed(buffer.Length)], cancellationToken));
        }
        catch (InvalidDataException)
        {
            IsDamaged = true;
            return 0;
        }
        catch (DecoderStopException stop)
        {
            Stop = stop.Message;
            return 0;
        }
    }

    private bool IsOver()
    {
        Stop ??= budget.Stop;
        return IsDamaged || Stop is not null;
    }

    private int Allowed(int wanted) => (int)Math.Min(wanted, budget.BytesLeft + 1);

    private int Take(int read)
    {
        if (read > budget.BytesLeft)
        {
            Stop = budget.StopForBytes();
            return 0;
        }

        Given += read;
        budget.Take(read);
        if (Given > budget.Limits.RatioFloor && Given / budget.Limits.Ratio > compressedBytes())
        {
            Stop = budget.CountBomb();
        }

        return read;
    }
}
