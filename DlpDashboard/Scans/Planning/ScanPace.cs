namespace DlpDashboard.Scans.Planning;

/// <summary>How fast scans go.</summary>
/// <param name="ObjectsPerSecond">Objects read in a second.</param>
/// <param name="BytesPerSecond">Bytes read in a second.</param>
/// <param name="Spread">The factor by which a scan may be faster or slower.</param>
/// <param name="Source">Where it comes from, as a sentence.</param>
internal sealed record ScanPace(double ObjectsPerSecond, double BytesPerSecond, double Spread, string Source)
{
    /// <summary>The pace where nothing was measured yet.</summary>
    public static ScanPace Usual(string provider) => provider == "local"
        ? new(3000, 150e6, 3, "The time is a first guess: 3,000 objects and 150 MB a second from a folder. It gets better with the first scan.")
        : new(300, 30e6, 3, "The time is a first guess: 300 objects and 30 MB a second across a network. It gets better with the first scan.");

    /// <summary>
    /// How long so much takes. The number of objects and the number of bytes each give a time; between the two lies the range, which the spread widens.
    /// </summary>
    /// <param name="objects">Objects to read.</param>
    /// <param name="bytes">Bytes to read.</param>
    /// <param name="listing">How long listing takes at least, beside which the reading goes on.</param>
    public ScanEstimateTime Time(double objects, double bytes, TimeSpan listing)
    {
        var (byObjects, byBytes) = (objects / ObjectsPerSecond, bytes / BytesPerSecond);
        var least = Math.Min(byObjects, byBytes) / Spread;
        var most = Math.Max(byObjects, byBytes) * Spread;
        return new ScanEstimateTime(Math.Round(Math.Max(least, listing.TotalSeconds / Spread), 1), Math.Round(Math.Max(most, listing.TotalSeconds * Spread), 1));
    }
}
