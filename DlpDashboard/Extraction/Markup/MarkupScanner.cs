using System.Buffers;

namespace DlpDashboard.Extraction.Markup;

/// <summary>
/// Splits XML and HTML into parts, tolerantly and in bounded memory: what is no markup is text, and nothing is too long. Only a few bytes are looked ahead.
/// </summary>
internal sealed class MarkupScanner(IMarkupSink sink, bool isHtml)
{
    private const int MaxName = 256;

    private static readonly SearchValues<byte> Stops = SearchValues.Create(" \t\r\n\f=/>\"'<"u8);
    private static readonly SearchValues<byte> ValueStops = SearchValues.Create(" \t\r\n\f>"u8);

    private readonly AsideScanner _aside = new(sink, isHtml);
    private State _state;
    private byte _quote;
    private byte[] _raw = [];
    private bool _isEmpty;
    private long _line = 1;

    private enum State
    {
        Text,
        Tag,
        Equals,
        Quoted,
        Unquoted,
        Closing,
        Section,
        Aside,
    }

    /// <summary>Takes the next bytes, valid UTF-8.</summary>
    /// <returns>Bytes used: all but a few, which must come again with what follows; all of them where nothing follows.</returns>
    public int Scan(ReadOnlySpan<byte> bytes, bool isFinal)
    {
        var (at, counted) = (0, 0);
        while (at < bytes.Length && (isFinal || bytes.Length - at >= MaxName))
        {
            _line += bytes[counted..at].Count((byte)'\n');
            counted = at;
            at = Math.Min(bytes.Length, at + Step(bytes[at..]));
        }

        _line += bytes[counted..at].Count((byte)'\n');
        if (isFinal)
        {
            End();
        }

        return at;
    }

    private void End()
    {
        if (_state == State.Aside)
        {
            sink.AsideEnd();
        }
        else if (_state is State.Tag or State.Equals or State.Quoted or State.Unquoted)
        {
            sink.Opened(isEmpty: false);
        }
    }

    private int Step(ReadOnlySpan<byte> rest) => _state switch
    {
        State.Text => ReadText(rest),
        State.Tag => ReadTag(rest),
        State.Equals => ReadEquals(rest),
        State.Quoted => ReadQuoted(rest),
        State.Unquoted => ReadUnquoted(rest),
        State.Closing => SkipTo(rest, (byte)'>', State.Text),
        State.Section => ReadSection(rest),
        _ => ReadAside(rest),
    };

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f';

    private static bool BeginsName(byte b) => char.IsAsciiLetter((char)b) || b is (byte)'_' or (byte)':' or >= 0x80;

    private static int NameLength(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, MaxName)].IndexOfAny(Stops);
        return end < 0 ? Math.Min(text.Length, MaxName) : end;
    }

    private int ReadText(ReadOnlySpan<byte> rest)
    {
        var stop = rest.IndexOfAny((byte)'<', (byte)'&');
        if (stop != 0)
        {
            var piece = stop < 0 ? rest : rest[..stop];
            sink.Text(piece, _line);
            return piece.Length;
        }

        if (rest[0] == '&')
        {
            Span<byte> character = stackalloc byte[16];
            var written = MarkupEntities.Resolve(rest, character, out var length);
            sink.Text(length == 0 ? rest[..1] : character[..written], _line);
            return Math.Max(1, length);
        }

        return ReadMarkup(rest);
    }

    private int ReadMarkup(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<!--"u8))
        {
            return Begin(MarkupAside.Comment, 4);
        }

        if (rest.StartsWith("<![CDATA["u8))
        {
            _state = State.Section;
            return 9;
        }

        if (rest is [_, (byte)'!', ..])
        {
            return Begin(MarkupAside.Declaration, 2);
        }

        if (rest is [_, (byte)'?', ..])
        {
            return Begin(MarkupAside.Instruction, 2);
        }

        var isEnd = rest is [_, (byte)'/', ..];
        var name = rest[(isEnd ? 2 : 1)..];
        if (name.IsEmpty || !BeginsName(name[0]))
        {
            sink.Text(rest[..1], _line);
            return 1;
        }

        name = name[..NameLength(name)];
        if (isEnd)
        {
            sink.Close(name, _line);
            _state = State.Closing;
            return 2 + name.Length;
        }

        (_state, _isEmpty) = (State.Tag, false);
        _raw = isHtml ? MarkupTags.RawEndOf(name) : [];
        sink.Open(name, _line);
        return 1 + name.Length;
    }

    private int Begin(MarkupAside kind, int length)
    {
        _aside.Begin(kind, _raw);
        _state = State.Aside;
        return length;
    }

    private int ReadAside(ReadOnlySpan<byte> rest)
    {
        var length = _aside.Read(rest, _line, out var isOver);
        _state = isOver ? State.Text : State.Aside;
        return length;
    }

    private int ReadTag(ReadOnlySpan<byte> rest)
    {
        if (IsSpace(rest[0]))
        {
            var next = rest.IndexOfAnyExcept(" \t\r\n\f"u8);
            return next < 0 ? rest.Length : next;
        }

        switch (rest[0])
        {
            case (byte)'>':
                sink.Opened(_isEmpty);
                _state = State.Text;
                return _raw.Length == 0 || _isEmpty ? 1 : Begin(MarkupTags.AsideOf(_raw), 1);
            case (byte)'/':
                _isEmpty = true;
                return 1;
            case (byte)'<':
                // The tag was never closed: another begins.
                sink.Opened(isEmpty: false);
                _state = State.Text;
                return 0;
        }

        var length = NameLength(rest);
        if (length == 0)
        {
            return 1;
        }

        _isEmpty = false;
        sink.Attribute(rest[..length], _line);
        _state = State.Equals;
        return length;
    }

    private int ReadEquals(ReadOnlySpan<byte> rest)
    {
        if (IsSpace(rest[0]))
        {
            return 1;
        }

        if (rest[0] == '=')
        {
            (_state, _quote) = (State.Unquoted, 0);
            return 1;
        }

        _state = State.Tag;
        return 0;
    }

    private int ReadUnquoted(ReadOnlySpan<byte> rest)
    {
        if (_quote == 0)
        {
            if (IsSpace(rest[0]))
            {
                return 1;
            }

            _quote = rest[0];
            if (rest[0] is (byte)'"' or (byte)'\'')
            {
                _state = State.Quoted;
                return 1;
            }
        }

        var stop = rest.IndexOfAny(ValueStops);
        return ReadValue(rest, stop, stop < 0 ? State.Unquoted : State.Tag, 0);
    }

    private int ReadQuoted(ReadOnlySpan<byte> rest)
    {
        var stop = rest.IndexOf(_quote);
        return ReadValue(rest, stop, stop < 0 ? State.Quoted : State.Tag, 1);
    }

    private int ReadValue(ReadOnlySpan<byte> rest, int stop, State next, int skip)
    {
        var value = stop < 0 ? rest : rest[..stop];
        var entity = value.IndexOf((byte)'&');
        if (entity < 0)
        {
            sink.Value(value);
            _state = next;
            return value.Length + (stop < 0 ? 0 : skip);
        }

        if (entity > 0)
        {
            sink.Value(value[..entity]);
            return entity;
        }

        Span<byte> character = stackalloc byte[16];
        var written = MarkupEntities.Resolve(value, character, out var length);
        sink.Value(length == 0 ? value[..1] : character[..written]);
        return Math.Max(1, length);
    }

    private int ReadSection(ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("]]>"u8);
        if (end != 0)
        {
            var piece = end < 0 ? rest[..Math.Max(1, rest.Length - 2)] : rest[..end];
            sink.Text(piece, _line);
            return piece.Length;
        }

        _state = State.Text;
        return 3;
    }

    private int SkipTo(ReadOnlySpan<byte> rest, byte wanted, State next)
    {
        var at = rest.IndexOf(wanted);
        _state = at < 0 ? _state : next;
        return at < 0 ? rest.Length : at + 1;
    }
}
