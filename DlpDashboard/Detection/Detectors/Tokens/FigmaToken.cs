using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Figma access tokens: the prefix figd_ and 40 characters.</summary>
internal sealed class FigmaToken() : TokenRule(@"figd_[\w\-]{40}")
{
    public override Detector Describe() => Token("figma-token", "Figma access token", "Figma documentation, \"Personal access tokens\"", "figma");
}
