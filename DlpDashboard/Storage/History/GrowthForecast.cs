namespace DlpDashboard.Storage.History;

/// <summary>
/// Where sizes go if they go on as they did: a straight line by least squares through the days of the last <see cref="Window"/>, with the interval in which a day's size would lie 19 times out of 20
/// (prediction interval of ordinary least squares with Student's t; it takes days for independent, which sizes are not, so it is rather too narrow). None below <see cref="FewestPoints"/> days.
/// </summary>
/// <param name="BytesPerDay">The line's slope.</param>
/// <param name="Points">One for each day to come.</param>
/// <param name="Basis">How many days it rests on.</param>
public sealed record GrowthForecast(double BytesPerDay, IReadOnlyList<ForecastPoint> Points, int Basis)
{
    /// <summary>Fewer days say nothing.</summary>
    public const int FewestPoints = 7;

    /// <summary>Days that are looked back.</summary>
    public const int Window = 90;

    /// <summary>Days that are looked ahead.</summary>
    public const int Ahead = 30;

    // The 97.5 % quantile of the normal distribution.
    private const double Quantile = 1.959963984540054;

    /// <summary>The forecast from the last day on; null where there are too few days.</summary>
    /// <param name="history">Days in order.</param>
    public static GrowthForecast? Of(IReadOnlyList<StoragePoint> history)
    {
        if (history.Count < FewestPoints)
        {
            return null;
        }

        var last = history[^1].Day;
        var days = history.Where(point => point.Day > last.AddDays(-Window)).Select(point => (X: (double)(point.Day.DayNumber - last.DayNumber), Y: (double)point.Bytes)).ToList();
        if (days.Count < FewestPoints)
        {
            return null;
        }

        var (meanX, meanY) = (days.Average(day => day.X), days.Average(day => day.Y));
        var spread = days.Sum(day => (day.X - meanX) * (day.X - meanX));
        var slope = days.Sum(day => (day.X - meanX) * (day.Y - meanY)) / spread;
        var free = days.Count - 2;
        var noise = Math.Sqrt(days.Sum(day => Math.Pow(day.Y - meanY - (slope * (day.X - meanX)), 2)) / free);
        var t = StudentQuantile(free);
        var points = Enumerable.Range(1, Ahead).Select(ahead =>
        {
            var middle = meanY + (slope * (ahead - meanX));
            var half = t * noise * Math.Sqrt(1 + (1.0 / days.Count) + ((ahead - meanX) * (ahead - meanX) / spread));
            return new ForecastPoint(last.AddDays(ahead), Math.Max(0, middle), Math.Max(0, middle - half), Math.Max(0, middle + half));
        });
        return new GrowthForecast(slope, [.. points], days.Count);
    }

    /// <summary>The 97.5 % quantile of Student's t, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5); right to 0.2 % from five degrees of freedom on.</summary>
    internal static double StudentQuantile(int free)
    {
        double z = Quantile, n = free;
        var (z3, z5, z7) = (Math.Pow(z, 3), Math.Pow(z, 5), Math.Pow(z, 7));
        return z
            + ((z3 + z) / (4 * n))
            + (((5 * z5) + (16 * z3) + (3 * z)) / (96 * n * n))
            + (((3 * z7) + (19 * z5) + (17 * z3) - (15 * z)) / (384 * n * n * n));
    }
}

/// <summary>A day to come.</summary>
/// <param name="Day">The day.</param>
/// <param name="Bytes">What the line says.</param>
/// <param name="Low">Where the interval begins.</param>
/// <param name="High">Where it ends.</param>
public sealed record ForecastPoint(DateOnly Day, double Bytes, double Low, double High);
