namespace DlpDashboard.Risk.Arithmetic;

/// <summary>A risk in one word; written camelCase outside.</summary>
public enum RiskBand
{
    /// <summary>Below 5.</summary>
    Minimal,

    /// <summary>From 5.</summary>
    Low,

    /// <summary>From 15.</summary>
    Medium,

    /// <summary>From 30: strangers reach something sensitive, or nobody knows what they reach.</summary>
    High,

    /// <summary>From 50: strangers reach much of it.</summary>
    Critical,
}
