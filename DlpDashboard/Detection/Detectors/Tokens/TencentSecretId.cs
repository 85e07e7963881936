using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Tencent Cloud secret ids: AKID and 32 letters and digits.</summary>
internal sealed class TencentSecretId() : TokenRule("AKID[A-Za-z0-9]{32}")
{
    public override Detector Describe() => Token("tencent-secret-id", "Tencent Cloud secret id", "Tencent Cloud documentation, \"CAM keys\"", "tencent", "secretid", "cos");
}
