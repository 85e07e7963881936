using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Lob API keys: live keys of 35 hexadecimal digits.</summary>
internal sealed class LobKey() : TokenRule("live_[0-9a-f]{35}")
{
    public override Detector Describe() => Token("lob-key", "Lob API key", "Lob documentation, \"Authentication\"", "lob");
}
