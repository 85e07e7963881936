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
    private readonly char[] _chars = new char[Chunk + 8];
    private readonly byte[] _output = new byte[(Chunk + 8) * 3];
    private readonly Decoder? _decoder = encoding?.GetDecoder();
    private int _carried;
    private int _at;
    private int _end;
    private bool _isOver;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (_at == _end && !_isOver)
        {
            Take(source.Read(_input.AsSpan(_carried)));
        }

        return Give(buffer);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_at == _end && !_isOver)
        {
            Take(await source.ReadAsync(_input.AsMemory(_carried), cancellationToken));
        }

        return Give(buffer.Span);
    }

    private int Give(Span<byte> buffer)
    {
        var given = Math.Min(buffer.Length, _end - _at);
        _output.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    private void Take(int read)
    {
        _isOver = read == 0;
        _at = 0;
        var text = _input.AsSpan(0, _carried + read);
        if (_decoder is not null)
        {
            var length = _decoder.GetChars(text, _chars, flush: _isOver);
            Utf8.FromUtf16(_chars.AsSpan(0, length), _output, out _, out _end);
            return;
        }

        var cut = _isOver ? 0 : Utf8Reader.CutCharacterLength(text);
        var whole = text[..^cut];
        if (Utf8.IsValid(whole))
        {
            whole.CopyTo(_output);
            _end = whole.Length;
        }
        else
        {
            // A character cut by the end may be one of the other encoding: all is taken.
            _end = Windows1252.ToUtf8(text, _chars, _output);
            cut = 0;
        }

        text[^cut..].CopyTo(_input);
        _carried = cut;
    }
}
