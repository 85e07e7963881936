using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Contentful management tokens: CFPAT- and 43 characters.</summary>
internal sealed class ContentfulToken() : TokenRule(@"CFPAT-[\w\-]{43}")
{
    public override Detector Describe() => Token("contentful-token", "Contentful management token", "Contentful documentation, \"Authentication\"", "contentful");
}
