namespace DlpDashboard.Detection.Custom;

/// <summary>What an exclusion rule looks at.</summary>
public enum ExclusionKind
{
    /// <summary>One exact value.</summary>
    Value,

    /// <summary>A regular expression over the whole value.</summary>
    ValuePattern,

    /// <summary>A glob over the object's key.</summary>
    Path,
}
