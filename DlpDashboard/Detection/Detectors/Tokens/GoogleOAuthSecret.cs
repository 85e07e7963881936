using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Google OAuth client secrets: GOCSPX- and 28 characters.</summary>
internal sealed class GoogleOAuthSecret() : TokenRule(@"GOCSPX-[\w\-]{28}")
{
    public override Detector Describe() => Token("google-oauth-secret", "Google OAuth client secret", "Google Cloud documentation, \"OAuth client secrets\"", "google", "client secret", "oauth");
}
