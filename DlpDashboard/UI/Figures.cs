using System.Globalization;

namespace DlpDashboard.UI;

/// <summary>Numbers as people read them in tight places. Always with a point and thin groups, whatever the server's culture.</summary>
public static class Figures
{
    private static readonly string[] ByteUnits = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];
    private static readonly string[] CountUnits = ["", "k", "M", "B", "T"];

    /// <summary>Bytes with three significant digits in powers of 1,000, as the clouds bill them: 0 B, 999 B, 1.5 KB, 12.4 GB.</summary>
    public static string Bytes(long bytes) => bytes < 0 ? "−" + Scaled(-(decimal)bytes, ByteUnits, " ") : Scaled(bytes, ByteUnits, " ");

    /// <summary>A count with three significant digits: 999, 1.2k, 12.4k, 3.1M.</summary>
    public static string Compact(long count) => count < 0 ? "−" + Scaled(-(decimal)count, CountUnits, "") : Scaled(count, CountUnits, "");

    /// <summary>All digits in groups: 1,234,567.</summary>
    public static string Grouped(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of one as a percentage: below 10 % with one decimal; never 100 % unless it is all, never 0 % unless it is none.</summary>
    public static string Percent(double share)
    {
        var percent = Math.Clamp(double.IsFinite(share) ? share : 0, 0, 1) * 100;
        return percent switch
        {
            0 => "0%",
            100 => "100%",
            < 0.1 => "<0.1%",
            < 10 => $"{percent.ToString("0.#", CultureInfo.InvariantCulture)}%",
            > 99 => $"{(Math.Floor(percent * 10) / 10).ToString("0.#", CultureInfo.InvariantCulture)}%",
            _ => $"{percent.ToString("0", CultureInfo.InvariantCulture)}%",
        };
    }

    private static string Scaled(decimal value, string[] units, string gap)
    {
        var unit = 0;
        while (value >= 1000 && unit < units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        // 999.95 would round to 1000 of its unit.
        if (unit > 0 && unit < units.Length - 1 && Math.Round(value, value < 100 ? 1 : 0) >= 1000)
        {
            value /= 1000;
            unit++;
        }

        var digits = unit == 0 ? value.ToString("0", CultureInfo.InvariantCulture) : value.ToString(value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);
        return digits + (units[unit].Length == 0 ? "" : gap + units[unit]);
    }
}
