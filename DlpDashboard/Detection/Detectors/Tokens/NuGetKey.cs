using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>NuGet API keys: 46 small letters and digits that begin with oy2.</summary>
internal sealed class NuGetKey() : TokenRule("oy2[a-z0-9]{43}")
{
    public override Detector Describe() => Token("nuget-key", "NuGet API key", "NuGet documentation, \"Publish packages\"", "nuget", "apikey");
}
