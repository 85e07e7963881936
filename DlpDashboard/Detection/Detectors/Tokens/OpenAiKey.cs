using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>OpenAI API keys: the letters T3BlbkFJ in the middle.</summary>
internal sealed class OpenAiKey() : TokenRule(
    "sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}",
    @"sk-proj-[A-Za-z0-9_\-]{20,200}",
    @"sk-svcacct-[A-Za-z0-9_\-]{20,200}",
    @"sk-admin-[A-Za-z0-9_\-]{20,200}")
{
    public override Detector Describe() => Token("openai-key", "OpenAI API key", "OpenAI documentation, \"API keys\"; the middle spells OpenAI in base 64", "openai", "chatgpt", "gpt");
}
