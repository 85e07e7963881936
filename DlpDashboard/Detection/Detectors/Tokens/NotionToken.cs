using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Notion integration tokens: the prefixes secret_ and ntn_.</summary>
internal sealed class NotionToken() : TokenRule("secret_[A-Za-z0-9]{43}", @"ntn_\d{11}[A-Za-z0-9]{35}")
{
    public override Detector Describe() => Token("notion-token", "Notion integration token", "Notion documentation, \"Authorization\"", "notion");
}
