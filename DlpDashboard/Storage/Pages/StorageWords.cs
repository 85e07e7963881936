using System.Globalization;
using DlpDashboard.Storage.History;
using DlpDashboard.Storage.Measuring;
using DlpDashboard.UI;
using DlpDashboard.UI.Charts;

namespace DlpDashboard.Storage.Pages;

/// <summary>Sizes in words, and as parts of charts.</summary>
internal static class StorageWords
{
    /// <summary>What stands where something is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>Bytes of a chart's value.</summary>
    public static string Bytes(double value) => Figures.Bytes((long)Math.Min(value, long.MaxValue));

    /// <summary>Bytes, or that they are not known.</summary>
    public static string Bytes(long? bytes) => bytes is { } known ? Figures.Bytes(known) : Unknown;

    /// <summary>All digits, or that it is not known.</summary>
    public static string Count(long? count) => count is { } known ? Figures.Grouped(known) : Unknown;

    /// <summary>A growth with its sign and its days.</summary>
    public static string Growth(long? bytes, int days) => bytes is { } known ? $"{(known > 0 ? "+" : "")}{Figures.Bytes(known)} in {Words.Counted(days, "day")}" : Unknown;

    /// <summary>Money of a month: "USD 1.20"; less than a cent is said so.</summary>
    public static string Cost(decimal? cost, string? currency) => cost switch
    {
        null => Unknown,
        0 => $"{currency} 0",
        < 0.01m => $"under {currency} 0.01",
        _ => string.Create(CultureInfo.InvariantCulture, $"{currency} {cost:N2}"),
    };

    /// <summary>Money without its currency, for narrow places.</summary>
    public static string Amount(decimal? cost) => cost switch
    {
        null => Unknown,
        0 => "0",
        < 0.01m => "under 0.01",
        < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{cost:N2}"),
        _ => Figures.Grouped((long)Math.Min(cost.Value, long.MaxValue / 2)),
    };

    /// <summary>Shares as bars, the empty name in words.</summary>
    public static IReadOnlyList<ChartSlice> Slices(IEnumerable<ShareCount> shares, string nameless, int most) =>
        [.. shares.Take(most).Select(share => new ChartSlice(share.Name.Length == 0 ? nameless : share.Name, share.Bytes, "var(--series-1)"))];

    /// <summary>Days as a line.</summary>
    public static IReadOnlyList<LinePoint> Line(IEnumerable<StoragePoint> history) => [.. history.Select(point => new LinePoint(point.Day, point.Bytes))];

    /// <summary>Days to come as a line with its band.</summary>
    public static IReadOnlyList<LinePoint> Line(GrowthForecast? forecast) => forecast is null ? [] : [.. forecast.Points.Select(point => new LinePoint(point.Day, point.Bytes, point.Low, point.High))];

    /// <summary>What a forecast is, or why there is none.</summary>
    public static string Says(GrowthForecast? forecast, int days) => forecast is null
        ? $"A forecast needs sizes of {GrowthForecast.FewestPoints} days; there {(days == 1 ? "is" : "are")} {Words.Counted(days, "day")} so far."
        : $"About {(forecast.BytesPerDay < 0 ? "−" : "+")}{Figures.Bytes((long)Math.Abs(forecast.BytesPerDay))} a day: a straight line through the last {Words.Counted(forecast.Basis, "day")}; the band holds 19 of 20 days if growth goes on so.";

    /// <summary>Unfinished uploads in a sentence.</summary>
    public static string Uploads(StorageRow row) => row.IncompleteUploads switch
    {
        null => "Unknown: the provider or these credentials do not tell.",
        0 => "None.",
        { } count => $"{Words.Counted(count, "upload")}, {(row.IncompleteUploadBytes is { } bytes ? Figures.Bytes(bytes) : "bytes unknown")}{(row.OldestUploadUtc is { } oldest ? $", the oldest since {oldest.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}" : "")}.",
    };

    /// <summary>Former versions in a sentence.</summary>
    public static string Versions(StorageRow row) => row.FormerVersions switch
    {
        null => "Unknown: not asked for, or the provider does not tell.",
        0 => "None.",
        { } count => $"{Words.Counted(count, "version")}, {Figures.Bytes(row.FormerVersionBytes ?? 0)}{(row.Bytes + row.FormerVersionBytes is > 0 and { } all ? $", {Figures.Percent((double)(row.FormerVersionBytes ?? 0) / all)} of all bytes" : "")}.",
    };
}
