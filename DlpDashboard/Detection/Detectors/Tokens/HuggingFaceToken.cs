using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Hugging Face tokens: 34 letters behind the prefix.</summary>
internal sealed class HuggingFaceToken() : TokenRule("hf_[A-Za-z]{34}", "api_org_[A-Za-z]{34}")
{
    public override Detector Describe() => Token("huggingface-token", "Hugging Face token", "Hugging Face documentation, \"User access tokens\"", "huggingface", "hugging face");
}
