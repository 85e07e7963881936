namespace DlpDashboard.Scans;

/// <summary>What a scan says of its endpoint in one word; written camelCase outside.</summary>
public enum ScanVerdict
{
    /// <summary>Not finished, and nothing found so far: nothing can be said.</summary>
    Unknown,

    /// <summary>Every object was read completely and nothing was found.</summary>
    Clean,

    /// <summary>Nothing was found, but not everything was read.</summary>
    Incomplete,

    /// <summary>Something was found, whatever was read.</summary>
    Found,
}
