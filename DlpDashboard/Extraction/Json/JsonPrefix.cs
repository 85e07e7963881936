using System.Buffers;

namespace DlpDashboard.Extraction.Json;

/// <summary>Tells by its first kilobytes whether text is JSON (RFC 8259) or JSON lines: everything in them must be valid.</summary>
internal ref struct JsonPrefix
{
    private const int Window = 4 * 1024;
    private const int MaxDepth = 256;

    private static readonly SearchValues<byte> StringStops = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> _text;
    private readonly Span<bool> _isArray;
    private int _position;
    private int _depth;
    private bool _breaksInside;
    private bool _breaksBetween;
    private bool _isCut;

    private JsonPrefix(ReadOnlySpan<byte> text, Span<bool> isArray, bool isCut)
    {
        _text = text;
        _isArray = isArray;
        _isCut = isCut;
    }

    /// <summary>What the text is, as far as its start tells. Only objects and arrays count as JSON documents.</summary>
    /// <param name="text">The segment's first block.</param>
    /// <param name="isWhole">Whether the block is all of the segment.</param>
    public static JsonShape Detect(ReadOnlySpan<byte> text, bool isWhole)
    {
        var start = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (start < 0 || text[start] is not ((byte)'{' or (byte)'['))
        {
            return JsonShape.None;
        }

        var window = text[..Math.Min(text.Length, start + Window)];
        Span<bool> isArray = stackalloc bool[MaxDepth];
        return new JsonPrefix(window, isArray, !isWhole || window.Length < text.Length) { _position = start }.Read();
    }

    private JsonShape Read()
    {
        var documents = 0;
        while (SkipSpace())
        {
            if (documents > 0 && !_breaksBetween)
            {
                return JsonShape.None;
            }

            if (!ReadDocument())
            {
                return JsonShape.None;
            }

            documents++;
            _breaksBetween = false;
        }

        return documents > 1 && !_breaksInside ? JsonShape.Lines : JsonShape.Document;
    }

    // One value with everything in it; true too where the window ends inside it.
    private bool ReadDocument()
    {
        var needsValue = true;
        do
        {
            if (!SkipSpace())
            {
                return _isCut;
            }

            var isValid = needsValue ? ReadValue(out needsValue) : ReadSeparator(out needsValue);
            if (!isValid)
            {
                return false;
            }
        }
        while (_depth > 0 || needsValue);

        return true;
    }

    private bool ReadValue(out bool needsValue)
    {
        needsValue = false;
        switch (_text[_position])
        {
            case (byte)'{' or (byte)'[':
                return Open(out needsValue);
            case (byte)'"':
                return ReadString();
            case (byte)'t':
                return ReadWord("true"u8);
            case (byte)'f':
                return ReadWord("false"u8);
            case (byte)'n':
                return ReadWord("null"u8);
            default:
                return ReadNumber();
        }
    }

    private bool Open(out bool needsValue)
    {
        needsValue = false;
        var isArray = _text[_position++] == '[';
        if (_depth == MaxDepth)
        {
            // Deeper is believed: the rest of the window is not looked at.
            _position = _text.Length;
            return _isCut = true;
        }

        _isArray[_depth++] = isArray;
        if (!SkipSpace())
        {
            return _isCut;
        }

        if (_text[_position] == (isArray ? ']' : '}'))
        {
            return Close();
        }

        needsValue = true;
        return isArray || ReadKey();
    }

    private bool Close()
    {
        _position++;
        _depth--;
        return true;
    }

    private bool ReadSeparator(out bool needsValue)
    {
        needsValue = false;
        var isArray = _isArray[_depth - 1];
        if (_text[_position] == (isArray ? ']' : '}'))
        {
            return Close();
        }

        if (_text[_position] != ',')
        {
            return false;
        }

        _position++;
        needsValue = true;
        return isArray || !SkipSpace() || ReadKey();
    }

    private bool ReadKey()
    {
        if (_text[_position] != '"' || !ReadString())
        {
            return false;
        }

        if (!SkipSpace())
        {
            return _isCut;
        }

        return _text[_position++] == ':';
    }

    private bool ReadString()
    {
        _position++;
        Span<byte> scratch = stackalloc byte[4];
        while (true)
        {
            var stop = _text[_position..].IndexOfAny(StringStops);
            if (stop < 0)
            {
                _position = _text.Length;
                return _isCut;
            }

            _position += stop;
            switch (_text[_position])
            {
                case (byte)'"':
                    _position++;
                    return true;
                case (byte)'\\':
                    if (JsonEscapes.Resolve(_text[_position..], isFinal: true, scratch, out var length, out _) == JsonEscapes.Step.Invalid)
                    {
                        return false;
                    }

                    _position = Math.Min(_position + length, _text.Length);
                    break;
                default:
                    return false;
            }
        }
    }

    private bool ReadWord(ReadOnlySpan<byte> word)
    {
        var rest = _text[_position..];
        if (rest.Length < word.Length)
        {
            _position = _text.Length;
            return _isCut && word.StartsWith(rest);
        }

        _position += word.Length;
        return rest.StartsWith(word);
    }

    private bool ReadNumber()
    {
        var rest = _text[_position..];
        var length = rest.IndexOfAnyExcept(NumberBytes);
        if (length < 0)
        {
            _position = _text.Length;
            return _isCut;
        }

        _position += length;
        var number = rest[..length];
        var digits = number.StartsWith("-"u8) ? number[1..] : number;
        return !digits.IsEmpty && char.IsAsciiDigit((char)digits[0]) && (digits.Length == 1 || digits[0] != '0' || digits[1] is (byte)'.' or (byte)'e' or (byte)'E')
            && System.Buffers.Text.Utf8Parser.TryParse(number, out double _, out var used) && used == length;
    }

    // False at the window's end.
    private bool SkipSpace()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case (byte)'\n' when _depth > 0:
                    _breaksInside = true;
                    break;
                case (byte)'\n':
                    _breaksBetween = true;
                    break;
                case (byte)' ' or (byte)'\t' or (byte)'\r':
                    break;
                default:
                    return true;
            }

            _position++;
        }

        return false;
    }
}
