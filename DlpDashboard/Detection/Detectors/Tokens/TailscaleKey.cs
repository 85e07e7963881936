using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Tailscale keys: authentication, API and client keys.</summary>
internal sealed class TailscaleKey() : TokenRule(
    "tskey-auth-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{24,40}",
    "tskey-api-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{24,40}",
    "tskey-client-[A-Za-z0-9]{10,20}-[A-Za-z0-9]{24,40}")
{
    public override Detector Describe() => Token("tailscale-key", "Tailscale key", "Tailscale documentation, \"Key prefixes\"", "tailscale");
}
