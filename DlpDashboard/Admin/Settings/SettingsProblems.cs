using DlpDashboard.Kernel;

namespace DlpDashboard.Admin.Settings;

/// <summary>What may be expected to stand in the way of settings.</summary>
internal static class SettingsProblems
{
    public static readonly Problem ChangedMeanwhile =
        Problem.Conflict("settings.changed-meanwhile", "Somebody else changed the settings meanwhile. Load them again, then make your change.");
}
