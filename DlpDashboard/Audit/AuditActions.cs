namespace DlpDashboard.Audit;

/// <summary>Names of what people do: subject, dot, past participle. Rooms may write others of the same form.</summary>
public static class AuditActions
{
    /// <summary>A storage endpoint was added.</summary>
    public const string EndpointAdded = "endpoint.added";

    /// <summary>A storage endpoint was changed.</summary>
    public const string EndpointChanged = "endpoint.changed";

    /// <summary>A storage endpoint was disabled or enabled again.</summary>
    public const string EndpointSwitched = "endpoint.switched";

    /// <summary>A storage endpoint was deleted.</summary>
    public const string EndpointDeleted = "endpoint.deleted";

    /// <summary>A scan was asked for.</summary>
    public const string ScanStarted = "scan.started";

    /// <summary>A scan was stopped.</summary>
    public const string ScanCancelled = "scan.cancelled";

    /// <summary>A stopped or failed scan was taken up again.</summary>
    public const string ScanResumed = "scan.resumed";

    /// <summary>A scan was asked to rest.</summary>
    public const string ScanPaused = "scan.paused";

    /// <summary>A scan was deleted.</summary>
    public const string ScanDeleted = "scan.deleted";

    /// <summary>Findings got another status.</summary>
    public const string FindingsTriaged = "findings.triaged";

    /// <summary>Findings were taken out as a file.</summary>
    public const string FindingsExported = "findings.exported";

    /// <summary>The configuration of an endpoint's buckets was asked to be read anew.</summary>
    public const string PostureRefreshAsked = "posture.refresh-asked";

    /// <summary>A failed check was accepted for a time.</summary>
    public const string CheckSuppressed = "posture.suppressed";

    /// <summary>A failed check is no longer accepted.</summary>
    public const string SuppressionEnded = "posture.suppression-ended";

    /// <summary>An endpoint was asked to be measured now.</summary>
    public const string StorageMeasureAsked = "storage.measure-asked";

    /// <summary>When endpoints are read each day was set.</summary>
    public const string PostureScheduleChanged = "posture.schedule-changed";

    /// <summary>The organisation's settings were changed.</summary>
    public const string SettingsChanged = "settings.changed";

    /// <summary>The retention was asked for by hand.</summary>
    public const string RetentionAsked = "retention.asked";

    /// <summary>The retention removed what had become too old.</summary>
    public const string RetentionRan = "retention.ran";
}
