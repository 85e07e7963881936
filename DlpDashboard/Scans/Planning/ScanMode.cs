namespace DlpDashboard.Scans.Planning;

/// <summary>Which objects a scan reads again.</summary>
public enum ScanMode
{
    /// <summary>All of them.</summary>
    Full,

    /// <summary>Only those whose version, or whose set of detectors, is another than at their last complete reading.</summary>
    Changed,
}
