namespace DlpDashboard.Extraction.Pdf.Filters;

/// <summary>A decoded stream made by a state machine over its source; what cannot be decoded ends it.</summary>
internal abstract class DecoderStream(Stream source) : ReadOnlyStream
{
    private readonly byte[] _input = new byte[8 * 1024];
    private int _at;
    private int _end;
    private bool _isOver;

    /// <summary>Whether the data ended by its own mark, or cannot be decoded any further.</summary>
    protected bool IsDone { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (!IsOver(buffer.Length))
        {
            if (Take(buffer) is > 0 and var written)
            {
                return written;
            }

            Fill(_at == _end && !_isOver ? source.Read(_input) : -1);
        }

        return 0;
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!IsOver(buffer.Length))
        {
            if (Take(buffer.Span) is > 0 and var written)
            {
                return written;
            }

            Fill(_at == _end && !_isOver ? await source.ReadAsync(_input, cancellationToken) : -1);
        }

        return 0;
    }

    /// <summary>
    /// Decodes as much as fits: uses all input unless the output is full, and writes what is left in its state where the input is over.
    /// </summary>
    protected abstract int Decode(ReadOnlySpan<byte> input, Span<byte> output, bool isFinal, out int consumed);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsOver(int wanted) => IsDone || wanted == 0;

    private int Take(Span<byte> buffer)
    {
        if (_at == _end && !_isOver)
        {
            return 0;
        }

        var written = Decode(_input.AsSpan(_at, _end - _at), buffer, _isOver, out var consumed);
        _at += consumed;
        IsDone |= written == 0 && consumed == 0;
        return written;
    }

    private void Fill(int read)
    {
        if (read >= 0)
        {
            (_at, _end, _isOver) = (0, read, read == 0);
        }
    }
}
