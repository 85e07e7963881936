using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Linear API keys: API keys and OAuth secrets.</summary>
internal sealed class LinearKey() : TokenRule("lin_api_[A-Za-z0-9]{40}", "lin_oauth_[0-9a-f]{64}")
{
    public override Detector Describe() => Token("linear-key", "Linear API key", "Linear documentation, \"API\"", "linear");
}
