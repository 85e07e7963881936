using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Cloudflare origin CA keys: 24 and 146 hexadecimal digits.</summary>
internal sealed class CloudflareKey() : TokenRule(@"v1\.0-[0-9a-f]{24}-[0-9a-f]{146}")
{
    public override Detector Describe() => Token("cloudflare-key", "Cloudflare origin CA key", "Cloudflare documentation, \"Origin CA keys\"", "cloudflare", "origin ca");
}
