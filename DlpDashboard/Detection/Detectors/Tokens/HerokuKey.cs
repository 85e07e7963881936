using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Heroku API keys: the prefix HRKU-AA and 58 characters.</summary>
internal sealed class HerokuKey() : TokenRule(@"HRKU-AA[\w\-]{58}")
{
    public override Detector Describe() => Token("heroku-key", "Heroku API key", "Heroku changelog on API key formats (2024)", "heroku");
}
