using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace DlpDashboard.Extraction.Pdf;

/// <summary>
/// Reads tokens and objects (7.2, 7.3) from bytes that may end anywhere: an object that is cut leaves the position before it.
/// Containers lie at most <see cref="MaxDepth"/> deep; what is no object is skipped.
/// </summary>
internal ref struct PdfLexer(ReadOnlySpan<byte> bytes, bool isFinal)
{
    private const int MaxDepth = 64;

    private static readonly SearchValues<byte> Space = SearchValues.Create("\0\t\n\f\r "u8);
    private static readonly SearchValues<byte> Stops = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly bool _isFinal = isFinal;
    private ReadOnlySpan<byte> _word;

    /// <summary>Where reading goes on.</summary>
    public int Position { get; set; }

    /// <summary>The number read last.</summary>
    public double Number { get; private set; }

    /// <summary>The object read last.</summary>
    public object? Value { get; private set; }

    /// <summary>The word read last.</summary>
    public readonly ReadOnlySpan<byte> Word => _word;

    /// <summary>Reads the next token; arrays and dictionaries whole.</summary>
    public PdfToken Read()
    {
        var start = Position;
        var token = ReadAt(0);
        if (token == PdfToken.End)
        {
            Position = start;
        }

        return token;
    }

    /// <summary>Reads an object of any kind: numbers too are given as a value. False where there is none.</summary>
    public bool TryReadObject(out object? value)
    {
        var token = Read();
        value = token == PdfToken.Number ? Number : token == PdfToken.Value ? Value : null;
        if (token == PdfToken.Number && Number is >= 0 and <= int.MaxValue)
        {
            var (after, number) = (Position, (int)Number);
            if (ReadAt(0) == PdfToken.Number && Number is >= 0 and <= 65_535 && (int)Number is var generation && ReadAt(0) == PdfToken.Word && Word.SequenceEqual("R"u8))
            {
                value = new PdfReference(number, generation);
                return true;
            }

            Position = after;
        }

        return token is PdfToken.Number or PdfToken.Value;
    }

    private PdfToken ReadAt(int depth)
    {
        SkipSpace();
        if (Position >= _bytes.Length)
        {
            return PdfToken.End;
        }

        switch (_bytes[Position])
        {
            case (byte)'/':
                return ReadName();
            case (byte)'(':
                return ReadString();
            case (byte)'[':
                Position++;
                return ReadArray(depth);
            case (byte)']':
                Position++;
                return PdfToken.ArrayEnd;
            case (byte)'<' when Position + 1 < _bytes.Length && _bytes[Position + 1] == '<':
                Position += 2;
                return ReadDictionary(depth);
            case (byte)'<':
                return ReadHex();
            case (byte)'>' when Position + 1 < _bytes.Length && _bytes[Position + 1] == '>':
                Position += 2;
                return PdfToken.DictionaryEnd;
            case (byte)')' or (byte)'>' or (byte)'{' or (byte)'}':
                _word = _bytes.Slice(Position++, 1);
                return PdfToken.Word;
            default:
                return ReadWord();
        }
    }

    private void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            var next = _bytes[Position..].IndexOfAnyExcept(Space);
            Position = next < 0 ? _bytes.Length : Position + next;
            if (next < 0 || _bytes[Position] != '%')
            {
                return;
            }

            var end = _bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
            Position = end < 0 ? _bytes.Length : Position + end;
        }
    }

    private PdfToken ReadWord()
    {
        var length = _bytes[Position..].IndexOfAny(Stops);
        if (length < 0)
        {
            if (!_isFinal)
            {
                return PdfToken.End;
            }

            length = _bytes.Length - Position;
        }

        _word = _bytes.Slice(Position, length);
        Position += length;
        if (_word[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.')
        {
            Number = ParseNumber(_word);
            return PdfToken.Number;
        }

        Value = _word switch
        {
            [(byte)'t', (byte)'r', (byte)'u', (byte)'e'] => true,
            [(byte)'f', (byte)'a', (byte)'l', (byte)'s', (byte)'e'] => false,
            _ => null,
        };
        return Value is not null || _word.SequenceEqual("null"u8) ? PdfToken.Value : PdfToken.Word;
    }

    // Writers leave numbers such as "--5", "1.2.3" or "-.": as much as makes sense is taken.
    private static double ParseNumber(ReadOnlySpan<byte> word)
    {
        word = word.TrimStart((byte)'+');
        while (word is [(byte)'-', (byte)'-', ..])
        {
            word = word[1..];
        }

        return Utf8Parser.TryParse(word, out double number, out _, 'F') && double.IsFinite(number) ? number : 0;
    }

    private PdfToken ReadName()
    {
        var rest = _bytes[(Position + 1)..];
        var length = rest.IndexOfAny(Stops);
        if (length < 0)
        {
            if (!_isFinal)
            {
                return PdfToken.End;
            }

            length = rest.Length;
        }

        var name = rest[..Math.Min(length, 256)];
        Position += 1 + length;
        Value = new PdfName(name.Contains((byte)'#') ? Unescape(name) : Encoding.Latin1.GetString(name));
        return PdfToken.Value;
    }

    private static string Unescape(ReadOnlySpan<byte> name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isEscape = name[i] == '#' && i + 2 < name.Length && char.IsAsciiHexDigit((char)name[i + 1]) && char.IsAsciiHexDigit((char)name[i + 2]);
            text.Append(isEscape ? (char)PdfStrings.FromHex(name.Slice(i + 1, 2))[0] : (char)name[i]);
            i += isEscape ? 2 : 0;
        }

        return text.ToString();
    }

    private PdfToken ReadString()
    {
        var (depth, end) = (0, Position);
        for (; end < _bytes.Length; end++)
        {
            var skip = _bytes[end..].IndexOfAny((byte)'(', (byte)')', (byte)'\\');
            if (skip < 0)
            {
                return PdfToken.End;
            }

            end += skip;
            depth += _bytes[end] == '(' ? 1 : _bytes[end] == ')' ? -1 : 0;
            end += _bytes[end] == '\\' ? 1 : 0;
            if (depth == 0)
            {
                Value = PdfStrings.Unescape(_bytes[(Position + 1)..end]);
                Position = end + 1;
                return PdfToken.Value;
            }
        }

        return PdfToken.End;
    }

    private PdfToken ReadHex()
    {
        var length = _bytes[Position..].IndexOf((byte)'>');
        if (length < 0)
        {
            return PdfToken.End;
        }

        Value = PdfStrings.FromHex(_bytes.Slice(Position + 1, length - 1));
        Position += length + 1;
        return PdfToken.Value;
    }

    private PdfToken ReadArray(int depth)
    {
        var items = new List<object?>();
        for (var token = ReadDeeper(depth); token != PdfToken.ArrayEnd; token = ReadDeeper(depth))
        {
            if (token is PdfToken.End)
            {
                return PdfToken.End;
            }

            Add(items, token);
        }

        Value = items;
        return PdfToken.Value;
    }

    private PdfToken ReadDictionary(int depth)
    {
        var items = new List<object?>();
        for (var token = ReadDeeper(depth); token != PdfToken.DictionaryEnd; token = ReadDeeper(depth))
        {
            if (token is PdfToken.End || (token is PdfToken.Word && Word.SequenceEqual("endobj"u8)))
            {
                return PdfToken.End;
            }

            Add(items, token);
        }

        var dictionary = new PdfDictionary();
        for (var i = 0; i + 1 < items.Count; i += 2)
        {
            if (items[i] is PdfName key)
            {
                dictionary[key.Text] = items[i + 1];
            }
        }

        Value = dictionary;
        return PdfToken.Value;
    }

    // Too deep: only the brackets are followed, flat, so that nothing piles up.
    private PdfToken ReadDeeper(int depth)
    {
        if (depth < MaxDepth)
        {
            return ReadAt(depth + 1);
        }

        Position = _bytes.Length;
        return PdfToken.End;
    }

    private readonly void Add(List<object?> items, PdfToken token)
    {
        if (token == PdfToken.Word && Word.SequenceEqual("R"u8) && items is [.., double number, double generation]
            && number is >= 0 and <= int.MaxValue && generation is >= 0 and <= 65_535)
        {
            items.RemoveRange(items.Count - 2, 2);
            items.Add(new PdfReference((int)number, (int)generation));
        }
        else if (token is PdfToken.Number or PdfToken.Value)
        {
            items.Add(token == PdfToken.Number ? Number : Value);
        }
    }
}
