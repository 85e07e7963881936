using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Postman API keys: 24 and 34 hexadecimal digits.</summary>
internal sealed class PostmanKey() : TokenRule("PMAK-[0-9a-f]{24}-[0-9a-f]{34}")
{
    public override Detector Describe() => Token("postman-key", "Postman API key", "Postman documentation, \"API keys\"", "postman");
}
