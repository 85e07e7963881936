namespace DlpDashboard.Admin.Retention;

/// <summary>Where a run stands; written camelCase outside.</summary>
public enum RetentionState
{
    /// <summary>Asked for by hand; a node will take it up.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Everything too old is gone.</summary>
    Completed,

    /// <summary>The app went, or another run was under way; the next one goes on.</summary>
    Stopped,

    /// <summary>Something unforeseen ended it; the next one goes on.</summary>
    Failed,
}
