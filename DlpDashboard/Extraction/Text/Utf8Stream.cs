using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Extraction.Text;

/// <summary>Text of another encoding as valid UTF-8; what has no meaning becomes U+FFFD.</summary>
/// <param name="source">The text.</param>
/// <param name="encoding">Its encoding; null for UTF-8 with Windows-1252 where it is not valid.</param>
internal sealed class Utf8Stream(Stream source, Encoding? encoding) : ReadOnlyStream
{
    private const int Chunk = 16 * 1024;

    private readonly byte[] _input = new byte[Chunk];
    private readonly Decoder? _decoder = encoding?.GetDecoder();
    private byte[] _given = [];
    private byte[] _output = [];
    private char[] _chars = [];
    private int _carried;
    private int _at;
    private int _end;
    private bool _isOver;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _end && !_isOver)
        {
            Carry();
            Take(source.Read(_input.AsSpan(_carried)));
        }

        return Give(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_at == _end && !_isOver)
        {
            Carry();
            Take(await source.ReadAsync(_input.AsMemory(_carried), cancellationToken));
        }

        return Give(buffer.Span);
    }

    private int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _end - _at);
        _given.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    // What the last chunk cut comes before the next; until now the chunk itself may have been given.
    private void Carry()
    {
        if (_carried > 0)
        {
            _input.AsSpan(_end, _carried).CopyTo(_input);
        }
    }

    private void Take(int read)
    {
        _isOver = read == 0;
        _at = 0;
        var text = _input.AsSpan(0, _carried + read);
        var cut = _isOver || _decoder is not null ? 0 : Utf8Reader.CutCharacterLength(text);
        if (_decoder is null && Utf8.IsValid(text[..^cut]))
        {
            (_given, _end, _carried) = (_input, text.Length - cut, cut);
            return;
        }

        if (_output.Length == 0)
        {
            (_output, _chars) = (new byte[(Chunk + 8) * 3], new char[Chunk + 8]);
        }

        (_given, _carried) = (_output, 0);
        if (_decoder is null)
        {
            // A character cut by the end may be one of the other encoding: all is taken.
            _end = Windows1252.ToUtf8(text, _chars, _output);
            return;
        }

        var length = _decoder.GetChars(text, _chars, flush: _isOver);
        Utf8.FromUtf16(_chars.AsSpan(0, length), _output, out _, out _end);
    }
}
