namespace DlpDashboard.Extraction.Mail;

/// <summary>The decoded bytes of one part of a message, up to its border.</summary>
internal sealed class MimeBodyStream(MimeLines lines, TransferEncoding encoding) : ReadOnlyStream
{
    private readonly TransferDecoder _decoder = new(encoding);
    private readonly byte[] _piece = new byte[MimeLines.MaxPiece + 2];
    private int _start;
    private int _end;
    private bool _isOver;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_start == _end && !_isOver)
        {
            var line = lines.Next();
            _isOver = line.IsEmpty;
            (_start, _end) = (0, _decoder.Decode(line, _piece));
        }

        var read = Math.Min(buffer.Length, _end - _start);
        _piece.AsSpan(_start, read).CopyTo(buffer);
        _start += read;
        return read;
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
}
