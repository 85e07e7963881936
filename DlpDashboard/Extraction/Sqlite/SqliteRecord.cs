using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using DlpDashboard.Extraction.Compression;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Sqlite;

/// <summary>Takes a record apart (2.1): its head tells the type of each column, the values follow.</summary>
internal ref struct SqliteRecord
{
    private readonly ReadOnlySpan<byte> _record;
    private readonly int _headEnd;
    private int _head;
    private int _body;

    /// <summary>A record, perhaps cut at its end.</summary>
    public SqliteRecord(ReadOnlySpan<byte> record)
    {
        _record = record;
        var at = 0;
        var head = SqliteCell.Varint(record, ref at);
        Damage.Unless(head >= at && head <= record.Length);
        (_head, _headEnd, _body) = (at, (int)head, (int)head);
    }

    /// <summary>The type of the value just read: 0 nothing, 1 to 6 whole numbers, 7 a real one, 8 and 9 the numbers 0 and 1, even ones bytes, odd ones text.</summary>
    public long Type { get; private set; }

    /// <summary>The next value; false behind the last.</summary>
    public bool Next(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (_head >= _headEnd || _body > _record.Length)
        {
            return false;
        }

        Type = SqliteCell.Varint(_record[.._headEnd], ref _head);
        Damage.Unless(Type >= 0);
        var length = Type switch { <= 4 => Type, 5 => 6, 6 or 7 => 8, < 12 => 0, _ => (Type - 12) / 2 };
        var there = (int)Math.Min(length, _record.Length - _body);
        value = _record.Slice(_body, there);
        _body = length > there ? int.MaxValue : _body + there;
        return there == length || Type >= 12;
    }

    /// <summary>Writes the value just read and a line's end.</summary>
    /// <returns>Whether there was something to write.</returns>
    public readonly bool Write(ReadOnlySpan<byte> value, int encoding, PlacedTextWriter text)
    {
        if (Type >= 12)
        {
            return WriteText(value, (Type & 1) == 1 ? encoding : 1, text);
        }

        Span<char> room = stackalloc char[ValueText.MaxLength];
        var length = Type switch
        {
            >= 1 and <= 6 => ValueText.Whole(NumberOf(value), room),
            8 or 9 => ValueText.Whole(Type - 8, room),
            7 => ValueText.Real(BinaryPrimitives.ReadDoubleBigEndian(value), room),
            _ => 0,
        };
        text.Append(room[..length]);
        text.Append(length > 0 ? "\n"u8 : default);
        return length > 0;
    }

    /// <summary>A text as a string, for the schema.</summary>
    public static string TextOf(ReadOnlySpan<byte> value, int encoding) => encoding switch
    {
        2 => Encoding.Unicode.GetString(value),
        3 => Encoding.BigEndianUnicode.GetString(value),
        _ => Encoding.UTF8.GetString(value),
    };

    /// <summary>A whole number of up to eight bytes, the highest first.</summary>
    public static long NumberOf(ReadOnlySpan<byte> value)
    {
        var number = value.Length > 0 ? (long)(sbyte)value[0] : 0;
        for (var i = 1; i < value.Length; i++)
        {
            number = (number << 8) | value[i];
        }

        return number;
    }

    private static bool WriteText(ReadOnlySpan<byte> value, int encoding, PlacedTextWriter text)
    {
        if (encoding == 1)
        {
            // Text cut in the middle of a character, and bytes that are no text.
            for (var cut = 0; cut < 4 && cut < value.Length && !Utf8.IsValid(value); cut++)
            {
                value = value[..^1];
            }

            if (value.IsEmpty || value.Contains((byte)0) || !Utf8.IsValid(value))
            {
                return false;
            }

            text.Append(value);
        }
        else
        {
            text.Append(TextOf(value[..(value.Length & ~1)], encoding).AsSpan());
        }

        text.Append("\n"u8);
        return !value.IsEmpty;
    }
}
