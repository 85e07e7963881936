using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>ReadMe API keys: rdme_ and 70 characters.</summary>
internal sealed class ReadMeKey() : TokenRule("rdme_[a-z0-9]{70}")
{
    public override Detector Describe() => Token("readme-key", "ReadMe API key", "ReadMe documentation, \"API keys\"", "readme");
}
