using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Google API keys: AIza and 35 characters.</summary>
internal sealed class GoogleApiKey() : TokenRule(@"AIza[\w\-]{35}")
{
    public override Detector Describe() => Token("google-api-key", "Google API key", "Google Cloud documentation, \"API keys\"", "google", "maps", "firebase", "gcp");
}
