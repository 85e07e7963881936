using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Perplexity API keys: pplx- and 48 letters and digits.</summary>
internal sealed class PerplexityKey() : TokenRule("pplx-[A-Za-z0-9]{48}")
{
    public override Detector Describe() => Token("perplexity-key", "Perplexity API key", "Perplexity documentation, \"API keys\"", "perplexity");
}
