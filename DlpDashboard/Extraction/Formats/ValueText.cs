using System.Globalization;
using System.Numerics;

namespace DlpDashboard.Extraction.Formats;

/// <summary>Stored values as text a person would write: numbers in full, dates as ISO 8601. Each gives how many characters it wrote, 0 where it cannot.</summary>
internal static class ValueText
{
    /// <summary>Room that is enough for each.</summary>
    public const int MaxLength = 360;

    private const int MostDecimalBytes = 64;

    /// <summary>A whole number.</summary>
    public static int Whole(long value, Span<char> room) => value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0;

    /// <summary>A number; whole ones in full: a card number in a column of doubles is no 4.1E15.</summary>
    public static int Real(double value, Span<char> room)
    {
        var isWhole = Math.Abs(value) < 1e17 && Math.Floor(value) == value;
        return value.TryFormat(room, out var length, isWhole ? "F0" : "R", CultureInfo.InvariantCulture) ? length : 0;
    }

    /// <summary>A number with decimals, from bytes with the highest first.</summary>
    public static int Decimal(ReadOnlySpan<byte> value, int scale, Span<char> room) =>
        value.Length is > 0 and <= MostDecimalBytes ? Decimal(new BigInteger(value, isBigEndian: true), scale, room) : 0;

    /// <summary>A number with decimals.</summary>
    public static int Decimal(BigInteger value, int scale, Span<char> room)
    {
        if (scale == 0)
        {
            return value.TryFormat(room, out var length, default, CultureInfo.InvariantCulture) ? length : 0;
        }

        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = $"{(value.Sign < 0 ? "-" : "")}{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
        return text.AsSpan().TryCopyTo(room) ? text.Length : 0;
    }

    /// <summary>A day by its number from 1970.</summary>
    public static int Date(long days, Span<char> room) =>
        days is > -700_000 and < 2_900_000 && DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)days).TryFormat(room, out var length, "O", CultureInfo.InvariantCulture) ? length : 0;

    /// <summary>A time by its number of units from 1970.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">Ticks of a unit.</param>
    /// <param name="room">Where it goes.</param>
    public static int Time(long value, long unit, Span<char> room)
    {
        var least = (DateTime.MinValue.Ticks - DateTime.UnixEpoch.Ticks) / unit;
        var most = (DateTime.MaxValue.Ticks - DateTime.UnixEpoch.Ticks) / unit;
        return value > least && value < most
            && DateTime.UnixEpoch.AddTicks(value * unit).TryFormat(room, out var length, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ? length : 0;
    }
}
