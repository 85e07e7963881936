namespace DlpDashboard.Extraction.Pdf.Pages;

/// <summary>Reads the operations of content streams that belong together (7.8.2), in bounded memory.</summary>
internal sealed class PdfContentReader(PdfDocument document, IReadOnlyList<PdfStream> parts) : IAsyncDisposable
{
    private const int Usual = 8 * 1024;
    private const int Largest = 1024 * 1024;

    private byte[] _buffer = new byte[Usual];
    private Stream? _part;
    private int _nextPart;
    private int _at;
    private int _end;
    private bool _isOver;
    private bool _isInImage;

    /// <summary>Whether something was too large to be read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads the next operation; false at the end.</summary>
    public async ValueTask<bool> ReadAsync(PdfOperation operation, CancellationToken cancellationToken)
    {
        operation.Clear();
        while (true)
        {
            if (_isInImage ? TrySkipImage() : TryParse(operation))
            {
                if (!_isInImage)
                {
                    return true;
                }
            }
            else if (_isOver)
            {
                return false;
            }
            else
            {
                await FillAsync(cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_part is not null)
        {
            await _part.DisposeAsync();
        }
    }

    private bool TryParse(PdfOperation operation)
    {
        var lexer = new PdfLexer(_buffer.AsSpan(_at, _end - _at), _isOver);
        var start = _at;
        while (true)
        {
            var token = lexer.Read();
            _at = start + lexer.Position;
            switch (token)
            {
                case PdfToken.End:
                    return false;
                case PdfToken.Number:
                    operation.Add(lexer.Number, null);
                    break;
                case PdfToken.Value:
                    operation.Add(0, lexer.Value ?? "");
                    break;
                case PdfToken.Word when lexer.Word.SequenceEqual("ID"u8):
                    _isInImage = true;
                    operation.Clear();
                    if (!TrySkipImage())
                    {
                        return false;
                    }

                    lexer.Position = _at - start;
                    break;
                case PdfToken.Word:
                    operation.Operator = PdfOperation.CodeOf(lexer.Word);
                    return true;
            }
        }
    }

    // An inline image (8.9.7) ends with EI between spaces.
    private bool TrySkipImage()
    {
        var data = _buffer.AsSpan(_at, _end - _at);
        for (var from = 0; data[from..].IndexOf("EI"u8) is >= 0 and var next; from += next + 2)
        {
            var at = from + next;
            if (at + 2 >= data.Length && !_isOver)
            {
                break;
            }

            if (at > 0 && IsSpace(data[at - 1]) && (at + 2 >= data.Length || IsSpace(data[at + 2])))
            {
                _at += at + 2;
                _isInImage = false;
                return true;
            }
        }

        _at = Math.Max(_at, _end - 4);
        return false;
    }

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        (_at, _end) = (0, _end - _at);
        if (_end == _buffer.Length)
        {
            if (_end >= Largest)
            {
                // No operand is so large: it is left out.
                (_end, IsCut) = (0, true);
                return;
            }

            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        while (_part is not null || _nextPart < parts.Count)
        {
            _part ??= await document.Filters.OpenAsync(parts[_nextPart++], isPlain: false, cancellationToken);
            var read = await _part.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
            _end += read;
            if (read > 0)
            {
                return;
            }

            await _part.DisposeAsync();
            _part = null;
            _buffer[_end++] = (byte)'\n';
            return;
        }

        _isOver = true;
    }
}
