namespace DlpDashboard.Findings.History;

/// <summary>What a scan, or several in a row, changed about a finding; written camelCase outside (<c>cameBack</c>).</summary>
public enum ScanChangeKind
{
    /// <summary>Never seen before.</summary>
    New,

    /// <summary>Seen again after it was gone or resolved.</summary>
    CameBack,

    /// <summary>Another number of values, severity or likelihood.</summary>
    Changed,

    /// <summary>No longer there.</summary>
    Gone,
}
