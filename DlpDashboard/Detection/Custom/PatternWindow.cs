using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace DlpDashboard.Detection.Custom;

/// <summary>A scanner's window as characters, for regular expressions; places are told in bytes.</summary>
internal sealed class PatternWindow : IDisposable
{
    private readonly List<(int Start, int End)> _matches = [];
    private char[] _characters = ArrayPool<char>.Shared.Rent(CustomScanner.Size);
    private byte[] _whole = [];
    private int _length;
    private bool _isAscii;

    /// <summary>What the last search found, in bytes.</summary>
    public List<(int Start, int End)> Found { get; } = [];

    /// <summary>Takes the window's text.</summary>
    public void Decode(ReadOnlySpan<byte> text)
    {
        _isAscii = System.Text.Ascii.IsValid(text);
        _length = Encoding.UTF8.GetChars(_isAscii || Utf8.IsValid(text) ? text : Mended(text), _characters);
    }

    /// <summary>Looks from one byte to another; the matches are in <see cref="Found"/>.</summary>
    /// <returns>The byte to go on at.</returns>
    public int Find(PatternMatcher pattern, int from, int stop)
    {
        Found.Clear();
        _matches.Clear();
        if (from >= stop)
        {
            return from;
        }

        ReadOnlySpan<char> text = _characters.AsSpan(0, _length);
        var goOn = pattern.Find(text, CharactersBefore(from), CharactersBefore(stop), _matches);
        int characters = 0, bytes = 0;
        foreach (var (start, end) in _matches)
        {
            var first = bytes + BytesOf(text[characters..start]);
            Found.Add((first, first + BytesOf(text[start..end])));
            (characters, bytes) = (start, first);
        }

        return bytes + BytesOf(text[characters..goOn]);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_characters, clearArray: true);
        _characters = [];
        _whole.AsSpan().Clear();
    }

    private int BytesOf(ReadOnlySpan<char> characters) => _isAscii ? characters.Length : Encoding.UTF8.GetByteCount(characters);

    private int CharactersBefore(int at)
    {
        if (_isAscii)
        {
            return at;
        }

        int low = 0, bytes = 0;
        while (bytes < at && low < _length)
        {
            // By steps, so that a border is never inside a pair of surrogates.
            var step = Math.Max(1, Math.Min(_length - low, (at - bytes) / 4));
            step += low + step < _length && char.IsHighSurrogate(_characters[low + step - 1]) ? 1 : 0;
            bytes += Encoding.UTF8.GetByteCount(_characters, low, step);
            low += step;
        }

        return low;
    }

    /// <summary>The same length with a question mark for each byte that belongs to no character.</summary>
    private ReadOnlySpan<byte> Mended(ReadOnlySpan<byte> text)
    {
        _whole = _whole.Length < text.Length ? new byte[CustomScanner.Size] : _whole;
        text.CopyTo(_whole);
        for (var at = 0; at < text.Length;)
        {
            var isWell = Rune.DecodeFromUtf8(text[at..], out _, out var taken) == OperationStatus.Done;
            taken = Math.Max(1, taken);
            if (!isWell)
            {
                _whole.AsSpan(at, taken).Fill((byte)'?');
            }

            at += taken;
        }

        return _whole.AsSpan(0, text.Length);
    }
}
