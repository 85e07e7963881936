using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>1Password service account tokens: a JSON document in base 64 behind ops_.</summary>
internal sealed class OnePasswordToken() : TokenRule("ops_eyJ[A-Za-z0-9+/]{250,400}")
{
    public override Detector Describe() => Token("onepassword-token", "1Password service account token", "1Password documentation, \"Service accounts\"", "1password", "op");
}
