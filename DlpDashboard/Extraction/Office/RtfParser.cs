using System.Globalization;
using System.Text;

namespace DlpDashboard.Extraction.Office;

/// <summary>Splits RTF into groups, control words and bytes of text; cut anywhere.</summary>
internal sealed class RtfParser(RtfWords words)
{
    private const int MaxWord = 32;
    private const int MaxDigits = 10;

    private readonly StringBuilder _word = new();
    private readonly StringBuilder _number = new();
    private State _state;
    private byte _high;
    private long _binaryLeft;

    private enum State
    {
        Text,
        Escape,
        Word,
        Number,
        HexHigh,
        HexLow,
        Binary,
    }

    /// <summary>Takes the next bytes.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_state == State.Binary)
            {
                var part = (int)Math.Min(_binaryLeft, bytes.Length);
                _binaryLeft -= part;
                _state = _binaryLeft > 0 ? State.Binary : State.Text;
                bytes = bytes[part..];
                continue;
            }

            if (_state == State.Text)
            {
                var plain = bytes.IndexOfAny("\\{}\r\n"u8);
                plain = plain < 0 ? bytes.Length : plain;
                words.Text(bytes[..plain]);
                bytes = bytes[plain..];
            }

            if (!bytes.IsEmpty)
            {
                bytes = TakeByte(bytes[0]) ? bytes[1..] : bytes;
            }
        }
    }

    // False where the byte is to be looked at again in another state.
    private bool TakeByte(byte b)
    {
        switch (_state)
        {
            case State.Text:
                TakeMark(b);
                return true;
            case State.Escape:
                TakeEscaped(b);
                return true;
            case State.Word when char.IsAsciiLetter((char)b):
                _word.Append(_word.Length < MaxWord ? (char)b : "");
                return true;
            case State.Word when b == '-' || char.IsAsciiDigit((char)b):
                _number.Append((char)b);
                _state = State.Number;
                return true;
            case State.Number when char.IsAsciiDigit((char)b):
                _number.Append(_number.Length < MaxDigits ? (char)b : "");
                return true;
            case State.HexHigh:
                (_high, _state) = (b, State.HexLow);
                return true;
            case State.HexLow:
                _state = State.Text;
                TakeHex(b);
                return true;
            default:
                EndWord();
                return b == ' ';
        }
    }

    private void TakeMark(byte b)
    {
        switch (b)
        {
            case (byte)'\\':
                _state = State.Escape;
                break;
            case (byte)'{':
                words.BeginGroup();
                break;
            case (byte)'}':
                words.EndGroup();
                break;
            default:
                break;
        }
    }

    private void TakeEscaped(byte b)
    {
        _state = State.Text;
        switch (b)
        {
            case (byte)'\'':
                _state = State.HexHigh;
                break;
            case (byte)'\\' or (byte)'{' or (byte)'}':
                words.Text([b]);
                break;
            case (byte)'*':
                words.Optional();
                break;
            case (byte)'~':
                words.Text(" "u8);
                break;
            case (byte)'_':
                words.Text("-"u8);
                break;
            case (byte)'\r' or (byte)'\n':
                words.Control("par", null);
                break;
            default:
                if (char.IsAsciiLetter((char)b))
                {
                    _word.Clear().Append((char)b);
                    _number.Clear();
                    _state = State.Word;
                }

                break;
        }
    }

    private void TakeHex(byte low)
    {
        if (byte.TryParse([(char)_high, (char)low], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            words.Byte(value);
        }
    }

    private void EndWord()
    {
        _state = State.Text;
        int? number = int.TryParse(_number.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        var word = _word.ToString();
        if (word == "bin" && number > 0)
        {
            (_state, _binaryLeft) = (State.Binary, number.Value);
            return;
        }

        words.Control(word, number);
    }
}
