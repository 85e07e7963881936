using DlpDashboard.Admin.Retention;
using DlpDashboard.Kernel;
using DlpDashboard.UI;

namespace DlpDashboard.Admin.Settings.Pages;

/// <summary>Retention in words.</summary>
internal static class RetentionWords
{
    /// <summary>The field's label.</summary>
    public static string Title(RetentionKind kind) => kind switch
    {
        RetentionKind.Scans => "Scans, in days",
        RetentionKind.Samples => "Samples, in days",
        RetentionKind.Firings => "Runs of schedules, in days",
        RetentionKind.Events => "Events, in days",
        _ => "Audit trail, in days",
    };

    /// <summary>What goes, and what stays.</summary>
    public static string Rule(RetentionKind kind) => kind switch
    {
        RetentionKind.Scans => "After their end. The newest of each endpoint stays, and so does what they found.",
        RetentionKind.Samples => "Masked samples of findings that are gone or closed. The findings stay.",
        RetentionKind.Firings => "What stands in the history of each schedule.",
        RetentionKind.Events => "The story of what happened. Bucket configurations that were replaced by then go with it and count as events.",
        _ => "At least as long as everything else.",
    };

    /// <summary>The colour of a run's state.</summary>
    public static Tone ToneOf(RetentionState state) => state switch
    {
        RetentionState.Completed => Tone.Good,
        RetentionState.Failed => Tone.Bad,
        RetentionState.Stopped => Tone.Warn,
        _ => Tone.Live,
    };
}
