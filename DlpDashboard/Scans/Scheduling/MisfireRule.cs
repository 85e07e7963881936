namespace DlpDashboard.Scans.Scheduling;

/// <summary>What becomes of a run that fell into a time in which the app was not there.</summary>
public enum MisfireRule
{
    /// <summary>It runs once as soon as the app is there again, however many runs were missed.</summary>
    RunOnce,

    /// <summary>It is left out; the next one comes at its time.</summary>
    Skip,
}
