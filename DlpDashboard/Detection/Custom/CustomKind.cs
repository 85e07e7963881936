namespace DlpDashboard.Detection.Custom;

/// <summary>How a custom detector finds its values.</summary>
public enum CustomKind
{
    /// <summary>By a regular expression.</summary>
    Pattern,

    /// <summary>By a list of words and phrases.</summary>
    Words,
}
