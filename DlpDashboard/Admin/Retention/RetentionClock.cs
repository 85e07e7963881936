namespace DlpDashboard.Admin.Retention;

/// <summary>
/// From which moment a run counts ages. A clock that somebody set years ahead must not empty the database: no run looks further than a week beyond the
/// one before. Once the clock is right again so are the runs; after a long pause of the app they catch up week by week.
/// </summary>
internal static class RetentionClock
{
    /// <summary>How far one run may go beyond the one before.</summary>
    public static readonly TimeSpan Stride = TimeSpan.FromDays(7);

    /// <summary>The moment.</summary>
    /// <param name="nowUtc">What the clock says.</param>
    /// <param name="beforeUtc">The moment of the run before; null where there was none.</param>
    public static DateTime Reach(DateTime nowUtc, DateTime? beforeUtc) => beforeUtc is { } before && nowUtc > before + Stride ? before + Stride : nowUtc;

    /// <summary>What to say where the moment is not now; null where it is.</summary>
    public static string? Sentence(DateTime nowUtc, DateTime reachUtc) => nowUtc - reachUtc < TimeSpan.FromHours(1)
        ? null
        : $"The clock stands more than {Stride.Days} days beyond the last run, so ages were counted as of {reachUtc:yyyy-MM-dd}. If the clock is right, the next runs remove the rest; if not, mend it.";
}
