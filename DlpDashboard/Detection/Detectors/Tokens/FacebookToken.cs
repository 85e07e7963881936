using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Facebook access tokens: EAA and a long random part.</summary>
internal sealed class FacebookToken() : TokenRule("EAA[BCDGHJKMQ][A-Za-z0-9]{90,250}")
{
    public override Detector Describe() => Token("facebook-token", "Facebook access token", "Meta documentation, \"Access tokens\"", "facebook", "meta", "instagram");
}
