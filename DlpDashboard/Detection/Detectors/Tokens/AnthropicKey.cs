using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Anthropic API keys: 93 characters and AA behind the kind and version.</summary>
internal sealed class AnthropicKey() : TokenRule(@"sk-ant-api\d\d-[\w\-]{80,110}", @"sk-ant-admin\d\d-[\w\-]{80,110}")
{
    public override Detector Describe() => Token("anthropic-key", "Anthropic API key", "Anthropic documentation, \"API keys\"", "anthropic", "claude");
}
