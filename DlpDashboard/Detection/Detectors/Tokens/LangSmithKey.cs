using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>LangSmith API keys: personal and service keys.</summary>
internal sealed class LangSmithKey() : TokenRule("lsv2_[ps][tk]_[0-9a-f]{32}_[0-9a-f]{10}")
{
    public override Detector Describe() => Token("langsmith-key", "LangSmith API key", "LangSmith documentation, \"API keys\"", "langsmith", "langchain");
}
