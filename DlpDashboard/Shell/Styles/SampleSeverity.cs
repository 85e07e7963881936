namespace DlpDashboard.Shell.Styles;

internal enum SampleSeverity
{
    Low,
    Medium,
    High,
    Critical,
}
