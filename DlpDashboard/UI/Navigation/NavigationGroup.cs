namespace DlpDashboard.UI.Navigation;

/// <summary>The headings of the navigation, in the order they are shown.</summary>
public enum NavigationGroup
{
    /// <summary>At the top, without a heading.</summary>
    Overview,

    /// <summary>Findings, violations, events, policies.</summary>
    DataSecurity,

    /// <summary>Endpoints, scans, buckets, sizes.</summary>
    Storage,

    /// <summary>Detectors, inspection, rules, coverage.</summary>
    Detection,

    /// <summary>Documents and talk.</summary>
    Work,

    /// <summary>People, roles, audit, settings.</summary>
    Administration,
}
