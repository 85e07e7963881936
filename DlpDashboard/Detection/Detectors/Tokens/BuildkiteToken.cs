using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Buildkite tokens: bkua_ and 40 hexadecimal digits.</summary>
internal sealed class BuildkiteToken() : TokenRule("bkua_[0-9a-f]{40}")
{
    public override Detector Describe() => Token("buildkite-token", "Buildkite token", "Buildkite documentation, \"API access tokens\"", "buildkite");
}
