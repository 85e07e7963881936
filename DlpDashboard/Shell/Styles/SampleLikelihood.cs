namespace DlpDashboard.Shell.Styles;

internal enum SampleLikelihood
{
    VeryUnlikely,
    Unlikely,
    Possible,
    Likely,
    VeryLikely,
}
