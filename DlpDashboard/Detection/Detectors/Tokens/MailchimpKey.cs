using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Mailchimp API keys: 32 hexadecimal digits and the data centre.</summary>
internal sealed class MailchimpKey() : TokenRule("[0-9a-f]{32}-us[0-9]{1,2}")
{
    public override Detector Describe() => Token("mailchimp-key", "Mailchimp API key", "Mailchimp Marketing API, \"Quick start\"", "mailchimp");
}
