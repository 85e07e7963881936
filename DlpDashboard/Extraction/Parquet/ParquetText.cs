using System.Buffers.Binary;
using System.Text.Unicode;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Values as text a person would write: numbers in full, dates as ISO 8601, bytes where they are UTF-8.</summary>
internal static class ParquetText
{
    private const int SecondsOfDay = 24 * 60 * 60;
    private const int JulianEpoch = 2_440_588;

    /// <summary>Writes a value and a line's end.</summary>
    /// <returns>Bytes written; 0 where the value is no text.</returns>
    public static int Write(ParquetColumn column, ReadOnlySpan<byte> value, PlacedTextWriter text)
    {
        if (column.Type is ParquetType.ByteArray or ParquetType.FixedByteArray && column.Meaning is not (ParquetMeaning.Decimal or ParquetMeaning.Uuid))
        {
            return WriteBytes(value, text);
        }

        Span<char> room = stackalloc char[ValueText.MaxLength];
        var length = Format(column, value, room);
        if (length > 0)
        {
            text.Append(room[..length]);
            text.Append("\n"u8);
        }

        return length + 1;
    }

    private static int WriteBytes(ReadOnlySpan<byte> value, PlacedTextWriter text)
    {
        // Text of a fixed length is filled up with zeros or spaces.
        value = value.TrimEnd((byte)0);
        if (value.IsEmpty || value.Contains((byte)0) || !Utf8.IsValid(value))
        {
            return 0;
        }

        text.Append(value);
        text.Append("\n"u8);
        return value.Length + 1;
    }

    private static int Format(ParquetColumn column, ReadOnlySpan<byte> value, Span<char> room)
    {
        switch (column.Type)
        {
            case ParquetType.Int32 when value.Length >= 4:
                return FormatInteger(column, BinaryPrimitives.ReadInt32LittleEndian(value), room);
            case ParquetType.Int64 when value.Length >= 8:
                return FormatInteger(column, BinaryPrimitives.ReadInt64LittleEndian(value), room);
            case ParquetType.Int96 when value.Length >= 12:
                var days = BinaryPrimitives.ReadInt32LittleEndian(value[8..]) - (long)JulianEpoch;
                return ValueText.Time((days * SecondsOfDay) + (BinaryPrimitives.ReadInt64LittleEndian(value) / 1_000_000_000), TimeSpan.TicksPerSecond, room);
            case ParquetType.Float when value.Length >= 4:
                return ValueText.Real(BinaryPrimitives.ReadSingleLittleEndian(value), room);
            case ParquetType.Double when value.Length >= 8:
                return ValueText.Real(BinaryPrimitives.ReadDoubleLittleEndian(value), room);
            case ParquetType.ByteArray or ParquetType.FixedByteArray when column.Meaning == ParquetMeaning.Uuid && value.Length == 16:
                return new Guid(value, bigEndian: true).TryFormat(room, out var uuid) ? uuid : 0;
            case ParquetType.ByteArray or ParquetType.FixedByteArray:
                return ValueText.Decimal(value, column.Scale, room);
            default:
                return 0;
        }
    }

    private static int FormatInteger(ParquetColumn column, long value, Span<char> room) => column.Meaning switch
    {
        ParquetMeaning.Decimal => ValueText.Decimal(value, column.Scale, room),
        ParquetMeaning.Date => ValueText.Date(value, room),
        ParquetMeaning.Milliseconds => ValueText.Time(value, TimeSpan.TicksPerMillisecond, room),
        ParquetMeaning.Microseconds => ValueText.Time(value, TimeSpan.TicksPerMicrosecond, room),
        ParquetMeaning.Nanoseconds => ValueText.Time(value / 100, 1, room),
        ParquetMeaning.Unsigned when column.Type == ParquetType.Int32 => ValueText.Whole((uint)value, room),
        ParquetMeaning.Unsigned => ValueText.Decimal((ulong)value, 0, room),
        _ => ValueText.Whole(value, room),
    };
}
