using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>SendGrid API keys: 22 and 43 characters parted by a dot.</summary>
internal sealed class SendGridKey() : TokenRule(@"SG\.[\w\-]{22}\.[\w\-]{43}")
{
    public override Detector Describe() => Token("sendgrid-key", "SendGrid API key", "SendGrid documentation, \"API keys\"", "sendgrid", "mail", "smtp");
}
