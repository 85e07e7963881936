namespace DlpDashboard.Risk.Arithmetic;

/// <summary>How sensitive is what was found in a bucket; written camelCase outside.</summary>
public enum SensitivityBand
{
    /// <summary>Read completely, and nothing was found.</summary>
    None,

    /// <summary>Nothing was found, but it was not read completely, or never.</summary>
    Unknown,

    /// <summary>Below 25.</summary>
    Low,

    /// <summary>From 25.</summary>
    Medium,

    /// <summary>From 50.</summary>
    High,

    /// <summary>From 75.</summary>
    Critical,
}
