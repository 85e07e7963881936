using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Alibaba Cloud access key ids: LTAI and 20 letters and digits.</summary>
internal sealed class AlibabaAccessKey() : TokenRule("LTAI[A-Za-z0-9]{20}")
{
    public override Detector Describe() => Token("alibaba-access-key", "Alibaba Cloud access key id", "Alibaba Cloud documentation, \"AccessKey pair\"", "alibaba", "aliyun", "access key id");
}
