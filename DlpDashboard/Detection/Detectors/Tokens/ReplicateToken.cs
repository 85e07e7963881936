using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Replicate API tokens: r8_ and 37 letters and digits.</summary>
internal sealed class ReplicateToken() : TokenRule("r8_[A-Za-z0-9]{37}")
{
    public override Detector Describe() => Token("replicate-token", "Replicate API token", "Replicate documentation, \"API tokens\"", "replicate");
}
