namespace DlpDashboard.Extraction.Compound;

/// <summary>A stream of a compound file: its sectors one after the other. Ends where its chain or the file does, however long it claims to be.</summary>
/// <param name="file">What holds the sectors.</param>
/// <param name="runs">Its sectors.</param>
/// <param name="unit">Bytes of a sector.</param>
/// <param name="first">Where sector 0 begins.</param>
/// <param name="size">The bytes it claims to have.</param>
/// <param name="meter">What may still be read; null where that is not counted.</param>
internal sealed class CompoundStream(Stream file, List<SectorRun> runs, int unit, long first, long size, CompoundMeter? meter = null) : ReadOnlyStream
{
    private readonly long _length = Math.Min(size, runs.Count == 0 ? 0 : (runs[^1].Before + runs[^1].Count) * unit);
    private long _position;

    /// <summary>Whether its chain is shorter than it claims to be.</summary>
    public bool IsCut => size != long.MaxValue && _length < size;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override long Length => _length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _position;
        set => _position = value;
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position < 0 || _position >= _length || buffer.IsEmpty || meter?.IsUsedUp == true)
        {
            return 0;
        }

        var run = RunAt(_position / unit);
        var within = _position - (run.Before * unit);
        var at = first + ((long)run.Start * unit) + within;
        if (at < 0 || at >= file.Length)
        {
            // A sector behind the end: what is cut off reads as the end.
            return 0;
        }

        file.Position = at;
        var read = file.Read(buffer[..(int)Math.Min(Math.Min(buffer.Length, (run.Count * (long)unit) - within), _length - _position)]);
        _position += read;
        meter?.Take(read);
        return read;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    private SectorRun RunAt(long sector)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].Before <= sector ? (middle, high) : (low, middle - 1);
        }

        return runs[low];
    }
}
