using DlpDashboard.UI;

namespace DlpDashboard.Scans.Scheduling.Pages;

/// <summary>Schedules in tones.</summary>
internal static class ScheduleWords
{
    public static Tone ToneOf(FiringOutcome outcome) => outcome switch
    {
        FiringOutcome.Started => Tone.Good,
        FiringOutcome.Skipped => Tone.Warn,
        _ => Tone.Neutral,
    };
}
