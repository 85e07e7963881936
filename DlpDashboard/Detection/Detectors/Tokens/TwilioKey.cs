using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Twilio API keys: SK and 32 hexadecimal digits.</summary>
internal sealed class TwilioKey() : TokenRule("SK[0-9a-f]{32}")
{
    public override Detector Describe() => Token("twilio-key", "Twilio API key", "Twilio documentation, \"API keys\": the SID of a key", "twilio", "api key sid");
}
