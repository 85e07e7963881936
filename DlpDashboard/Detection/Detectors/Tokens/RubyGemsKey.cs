using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>RubyGems API keys: rubygems_ and 48 hexadecimal digits.</summary>
internal sealed class RubyGemsKey() : TokenRule("rubygems_[0-9a-f]{48}")
{
    public override Detector Describe() => Token("rubygems-key", "RubyGems API key", "RubyGems guides, \"API key scopes\"", "rubygems", "gem");
}
