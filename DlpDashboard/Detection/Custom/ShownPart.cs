namespace DlpDashboard.Detection.Custom;

/// <summary>What people may see of a custom detector's values; the rest is stars.</summary>
public enum ShownPart
{
    /// <summary>Nothing, and the length is hidden too.</summary>
    Nothing,

    /// <summary>The last two letters or digits of a value of at least seven.</summary>
    LastTwo,

    /// <summary>The first and last four of a value of at least twelve.</summary>
    FirstAndLastFour,
}
