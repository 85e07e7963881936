using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Pulumi access tokens: pul- and 40 hexadecimal digits.</summary>
internal sealed class PulumiToken() : TokenRule("pul-[0-9a-f]{40}")
{
    public override Detector Describe() => Token("pulumi-token", "Pulumi access token", "Pulumi documentation, \"Access tokens\"", "pulumi");
}
