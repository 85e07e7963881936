namespace DlpDashboard.Events;

/// <summary>The types of events: stable, dotted names that scripts and webhooks may match on.</summary>
public static class EventTypes
{
    /// <summary>A scan was asked for.</summary>
    public const string ScanQueued = "scan.queued";

    /// <summary>A scan began to run.</summary>
    public const string ScanStarted = "scan.started";

    /// <summary>A scan came to its end.</summary>
    public const string ScanCompleted = "scan.completed";

    /// <summary>The provider ended a scan; it can be resumed.</summary>
    public const string ScanFailed = "scan.failed";

    /// <summary>A person ended a scan.</summary>
    public const string ScanCancelled = "scan.cancelled";

    /// <summary>A person let a scan rest.</summary>
    public const string ScanPaused = "scan.paused";

    /// <summary>A scan used up its time or bytes.</summary>
    public const string ScanStopped = "scan.stopped";

    /// <summary>A storage endpoint was added.</summary>
    public const string EndpointAdded = "endpoint.added";

    /// <summary>A storage endpoint was changed.</summary>
    public const string EndpointChanged = "endpoint.changed";

    /// <summary>A storage endpoint was deleted.</summary>
    public const string EndpointDeleted = "endpoint.deleted";

    /// <summary>A storage endpoint could not be reached or signed in to.</summary>
    public const string EndpointFailing = "endpoint.failing";

    /// <summary>A person decided on findings: one or many.</summary>
    public const string FindingsTriaged = "findings.triaged";

    /// <summary>A bucket became public.</summary>
    public const string BucketBecamePublic = "posture.public";

    /// <summary>A bucket is no longer public.</summary>
    public const string BucketBecamePrivate = "posture.private";

    /// <summary>A bucket that was secure is not any more.</summary>
    public const string BucketBecameInsecure = "posture.insecure";

    /// <summary>A bucket's configuration is another one than before.</summary>
    public const string BucketDrifted = "posture.drift";

    /// <summary>The configuration of an account, which holds for all its buckets, is another one than before.</summary>
    public const string AccountDrifted = "posture.accountDrift";

    /// <summary>A bucket is no longer there.</summary>
    public const string BucketVanished = "posture.vanished";

    /// <summary>A bucket came to a high or critical risk: exposure and what was found in it together.</summary>
    public const string RiskRose = "risk.rose";

    /// <summary>A failed check is no longer accepted: the time it was accepted for is over.</summary>
    public const string AcceptanceRanOut = "posture.acceptance-ended";

    /// <summary>The configuration of an endpoint's buckets was read.</summary>
    public const string PostureRefreshed = "posture.refreshed";

    /// <summary>The configuration of an endpoint's buckets could not be read to its end.</summary>
    public const string PostureRefreshFailed = "posture.failed";

    /// <summary>The retention removed what had become too old, or was asked for and found nothing.</summary>
    public const string RetentionRan = "retention.ran";

    /// <summary>The retention did not come to its end.</summary>
    public const string RetentionFailed = "retention.failed";
}
