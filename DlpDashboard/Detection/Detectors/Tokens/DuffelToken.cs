using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Duffel tokens: live tokens of 43 characters.</summary>
internal sealed class DuffelToken() : TokenRule(@"duffel_live_[\w\-]{43}")
{
    public override Detector Describe() => Token("duffel-token", "Duffel token", "Duffel documentation, \"Authentication\"", "duffel");
}
