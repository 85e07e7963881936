using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Shippo tokens: live tokens of 40 hexadecimal digits.</summary>
internal sealed class ShippoToken() : TokenRule("shippo_live_[0-9a-f]{40}")
{
    public override Detector Describe() => Token("shippo-token", "Shippo token", "Shippo documentation, \"Authentication\"", "shippo");
}
