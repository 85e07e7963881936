namespace DlpDashboard.Posture.Refreshing;

/// <summary>Where a refresh stands.</summary>
public enum RefreshState
{
    /// <summary>In line.</summary>
    Queued,

    /// <summary>A node reads.</summary>
    Running,

    /// <summary>All buckets were read.</summary>
    Completed,

    /// <summary>The provider ended it; what was read is kept.</summary>
    Failed,
}
