namespace DlpDashboard.Access;

/// <summary>What may be asked for, everywhere: pages, routes, readers, services and the hub ask by these names.</summary>
public static class Permissions
{
    /// <summary>See storage endpoints (never their secrets).</summary>
    public const string EndpointsRead = "endpoints.read";

    /// <summary>Add, change, disable, delete and test storage endpoints.</summary>
    public const string EndpointsManage = "endpoints.manage";

    /// <summary>See scans and their progress.</summary>
    public const string ScansRead = "scans.read";

    /// <summary>Start, cancel and resume scans.</summary>
    public const string ScansStart = "scans.start";

    /// <summary>Delete scans.</summary>
    public const string ScansDelete = "scans.delete";

    /// <summary>See findings and their masked samples.</summary>
    public const string FindingsRead = "findings.read";

    /// <summary>Change a finding's status.</summary>
    public const string FindingsTriage = "findings.triage";

    /// <summary>Take findings out as files.</summary>
    public const string FindingsExport = "findings.export";

    /// <summary>See the story of events.</summary>
    public const string EventsRead = "events.read";

    /// <summary>Mark events as handled.</summary>
    public const string EventsTriage = "events.triage";

    /// <summary>See the overview.</summary>
    public const string OverviewRead = "overview.read";

    /// <summary>See the catalogue of detectors.</summary>
    public const string DetectorsRead = "detectors.read";

    /// <summary>Switch detectors, write custom ones and exclusion rules.</summary>
    public const string DetectorsManage = "detectors.manage";

    /// <summary>See how buckets are set up and what is wrong with it.</summary>
    public const string PostureRead = "posture.read";

    /// <summary>Read the configuration anew, and accept failed checks for a time.</summary>
    public const string PostureManage = "posture.manage";

    /// <summary>See how much lies in storages, and how it grows.</summary>
    public const string StorageRead = "storage.read";

    /// <summary>Have storages measured now.</summary>
    public const string StorageMeasure = "storage.measure";

    /// <summary>Read the audit trail.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>See the organisation's settings and what its retention removed.</summary>
    public const string SettingsRead = "settings.read";

    /// <summary>Change the organisation's settings and start its retention.</summary>
    public const string SettingsWrite = "settings.write";

    /// <summary>All of them, now and later.</summary>
    public const string Everything = "*";

    /// <summary>Each single permission.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        EndpointsRead, EndpointsManage, ScansRead, ScansStart, ScansDelete, FindingsRead, FindingsTriage, FindingsExport,
        EventsRead, EventsTriage, OverviewRead, DetectorsRead, DetectorsManage, PostureRead, PostureManage, StorageRead, StorageMeasure, AuditRead, SettingsRead, SettingsWrite,
    ];
}
