using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>npm access tokens: 36 letters and digits behind their prefix.</summary>
internal sealed class NpmToken() : TokenRule("npm_[A-Za-z0-9]{36}")
{
    public override Detector Describe() => Token("npm-token", "npm access token", "npm documentation, \"About access tokens\"; GitHub blog on token formats (2021)", "npm", "npmjs", "registry");
}
