namespace DlpDashboard.Findings;

/// <summary>The order of a list of findings. Each is an index's; there is none by the time they were last seen, as that changes with each scan and would cost each scan an index.</summary>
public enum FindingOrder
{
    /// <summary>First seen last comes first.</summary>
    Newest,

    /// <summary>The most severe first, among equals the newest.</summary>
    Severity,
}
