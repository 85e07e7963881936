using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>EasyPost API keys: production keys.</summary>
internal sealed class EasyPostKey() : TokenRule("EZAK[A-Za-z0-9]{54}")
{
    public override Detector Describe() => Token("easypost-key", "EasyPost API key", "EasyPost documentation, \"Authentication\"", "easypost");
}
