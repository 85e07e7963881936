using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Scalingo tokens: tk-us- and 48 characters.</summary>
internal sealed class ScalingoToken() : TokenRule(@"tk-us-[\w\-]{48}")
{
    public override Detector Describe() => Token("scalingo-token", "Scalingo token", "Scalingo documentation, \"API tokens\"", "scalingo");
}
