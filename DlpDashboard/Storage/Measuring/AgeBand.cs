namespace DlpDashboard.Storage.Measuring;

/// <summary>Ages of objects by their last change, in days at the start of the measure.</summary>
public static class AgeBand
{
    /// <summary>The last day of each band but the last one; a change in the future counts as new.</summary>
    private static readonly int[] LastDays = [7, 30, 90, 180, 365, 730, 1825];

    /// <summary>The bands' names, the newest first; the last one holds what has no known time.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Up to 7 days", "8 to 30 days", "31 to 90 days", "91 to 180 days", "181 days to 1 year", "1 to 2 years", "2 to 5 years", "Over 5 years", "Unknown"];

    /// <summary>The place of a time among <see cref="Names"/>.</summary>
    public static int Of(DateTime modifiedUtc, DateTime nowUtc)
    {
        if (modifiedUtc <= DateTime.UnixEpoch)
        {
            return Names.Count - 1;
        }

        var days = Math.Ceiling((nowUtc - modifiedUtc).TotalDays);
        var band = Array.FindIndex(LastDays, last => days <= last);
        return band < 0 ? LastDays.Length : band;
    }
}
