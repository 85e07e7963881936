using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>New Relic API keys: user, browser and ingest keys.</summary>
internal sealed class NewRelicKey() : TokenRule("NRAK-[A-Z0-9]{27}", "NRJS-[0-9a-f]{19}", @"NRII-[\w\-]{32}")
{
    public override Detector Describe() => Token("newrelic-key", "New Relic API key", "New Relic documentation, \"API keys\"", "newrelic", "new relic");
}
