using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text.Unicode;
using DlpDashboard.Extraction.Formats;

namespace DlpDashboard.Extraction.Parquet;

/// <summary>Values as text a person would write: numbers in full, dates as ISO 8601, bytes where they are UTF-8.</summary>
internal static class ParquetText
{
    private const int MostDecimalBytes = 64;
    private const int JulianEpoch = 2_440_588;

    /// <summary>Writes a value and a line's end.</summary>
    /// <returns>Bytes written; 0 where the value is no text.</returns>
    public static int Write(ParquetColumn column, ReadOnlySpan<byte> value, PlacedTextWriter text)
    {
        if (column.Type is ParquetType.ByteArray or ParquetType.FixedByteArray && column.Meaning is not (ParquetMeaning.Decimal or ParquetMeaning.Uuid))
        {
            return WriteBytes(value, text);
        }

        Span<char> room = stackalloc char[200];
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
                return FormatTime(days * TimeSpan.TicksPerDay + (BinaryPrimitives.ReadInt64LittleEndian(value) / 100), room);
            case ParquetType.Float when value.Length >= 4:
                return FormatReal(BinaryPrimitives.ReadSingleLittleEndian(value), room);
            case ParquetType.Double when value.Length >= 8:
                return FormatReal(BinaryPrimitives.ReadDoubleLittleEndian(value), room);
            case ParquetType.ByteArray or ParquetType.FixedByteArray when column.Meaning == ParquetMeaning.Uuid && value.Length == 16:
                return new Guid(value, bigEndian: true).TryFormat(room, out var uuid) ? uuid : 0;
            case ParquetType.ByteArray or ParquetType.FixedByteArray when value.Length is > 0 and <= MostDecimalBytes:
                return FormatDecimal(new BigInteger(value, isBigEndian: true), column.Scale, room);
            default:
                return 0;
        }
    }

    private static int FormatInteger(ParquetColumn column, long value, Span<char> room) => column.Meaning switch
    {
        ParquetMeaning.Decimal => FormatDecimal(value, column.Scale, room),
        ParquetMeaning.Date => FormatDate(value, room),
        ParquetMeaning.Milliseconds => FormatTime(Scaled(value, TimeSpan.TicksPerMillisecond), room),
        ParquetMeaning.Microseconds => FormatTime(Scaled(value, TimeSpan.TicksPerMicrosecond), room),
        ParquetMeaning.Nanoseconds => FormatTime(value / 100, room),
        ParquetMeaning.Unsigned when column.Type == ParquetType.Int32 => ((uint)value).TryFormat(room, out var length) ? length : 0,
        ParquetMeaning.Unsigned => ((ulong)value).TryFormat(room, out var length) ? length : 0,
        _ => value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0,
    };

    private static long Scaled(long value, long factor) => value > long.MaxValue / factor || value < long.MinValue / factor ? long.MaxValue : value * factor;

    private static int FormatDate(long days, Span<char> room) =>
        days is > -700_000 and < 2_900_000 && DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)days).TryFormat(room, out var length, "O", CultureInfo.InvariantCulture) ? length : 0;

    private static int FormatTime(long ticks, Span<char> room)
    {
        var least = DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks;
        var most = DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks;
        return ticks >= least && ticks <= most
            && DateTime.UnixEpoch.AddTicks(ticks).TryFormat(room, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ? length : 0;
    }

    // Whole numbers in full: a card number in a column of doubles is no 4.1E15.
    private static int FormatReal(double value, Span<char> room)
    {
        var isWhole = Math.Abs(value) < 1e17 && Math.Floor(value) == value;
        return value.TryFormat(room, out var length, isWhole ? "F0" : "R", CultureInfo.InvariantCulture) ? length : 0;
    }

    private static int FormatDecimal(BigInteger value, int scale, Span<char> room)
    {
        if (scale == 0)
        {
            return value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0;
        }

        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = $"{(value.Sign < 0 ? "-" : "")}{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
        return text.AsSpan().TryCopyTo(room) ? text.Length : 0;
    }
}
