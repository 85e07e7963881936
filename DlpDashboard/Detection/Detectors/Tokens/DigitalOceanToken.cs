using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>DigitalOcean tokens: personal, OAuth and refresh tokens of 64 hexadecimal digits.</summary>
internal sealed class DigitalOceanToken() : TokenRule("do[opr]_v1_[0-9a-f]{64}")
{
    public override Detector Describe() => Token("digitalocean-token", "DigitalOcean token", "DigitalOcean documentation, \"Personal access tokens\"", "digitalocean", "doctl", "spaces");
}
