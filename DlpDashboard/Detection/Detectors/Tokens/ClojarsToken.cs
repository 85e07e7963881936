using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Clojars deploy tokens: 60 hexadecimal digits.</summary>
internal sealed class ClojarsToken() : TokenRule("CLOJARS_[0-9a-f]{60}")
{
    public override Detector Describe() => Token("clojars-token", "Clojars deploy token", "Clojars documentation, \"Deploy tokens\"", "clojars");
}
