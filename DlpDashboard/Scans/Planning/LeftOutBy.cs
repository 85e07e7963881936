namespace DlpDashboard.Scans.Planning;

/// <summary>Which of a plan's rules leaves a listed object out; the first that does, in this order.</summary>
public enum LeftOutBy
{
    /// <summary>None: it is read.</summary>
    None,

    /// <summary>Its key begins with none of the prefixes.</summary>
    Prefix,

    /// <summary>Its name ends in none of the extensions.</summary>
    Extension,

    /// <summary>It matches none of the patterns to include, or one to exclude.</summary>
    Pattern,

    /// <summary>It is larger than the ceiling.</summary>
    Size,

    /// <summary>It is not part of the sample.</summary>
    Sample,
}
