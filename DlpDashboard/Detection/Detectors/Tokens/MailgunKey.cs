using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Mailgun API keys: key- and 32 hexadecimal digits.</summary>
internal sealed class MailgunKey() : TokenRule("key-[0-9a-f]{32}")
{
    public override Detector Describe() => Token("mailgun-key", "Mailgun API key", "Mailgun documentation, \"API keys\"", "mailgun");
}
