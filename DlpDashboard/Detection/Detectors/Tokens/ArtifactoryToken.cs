using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>JFrog Artifactory tokens: API keys and reference tokens.</summary>
internal sealed class ArtifactoryToken() : TokenRule("AKCp[A-Za-z0-9]{69}", "cmVmd[A-Za-z0-9]{59}")
{
    public override Detector Describe() => Token("artifactory-token", "JFrog Artifactory token", "JFrog documentation, \"Access tokens\"", "artifactory", "jfrog");
}
