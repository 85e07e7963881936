using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>PlanetScale tokens: tokens, passwords and OAuth tokens.</summary>
internal sealed class PlanetScaleToken() : TokenRule(@"pscale_tkn_[\w=\-]{32,64}", @"pscale_pw_[\w=\-]{32,64}", @"pscale_oauth_[\w=\-]{32,64}")
{
    public override Detector Describe() => Token("planetscale-token", "PlanetScale token", "PlanetScale documentation, \"Service tokens\"", "planetscale");
}
