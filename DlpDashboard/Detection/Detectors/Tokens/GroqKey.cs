using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Groq API keys: gsk_ and 52 letters and digits.</summary>
internal sealed class GroqKey() : TokenRule("gsk_[A-Za-z0-9]{52}")
{
    public override Detector Describe() => Token("groq-key", "Groq API key", "Groq documentation, \"API keys\"", "groq");
}
