using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Prefect API keys: pnu_ and 36 characters.</summary>
internal sealed class PrefectKey() : TokenRule("pn[ub]_[A-Za-z0-9]{36}")
{
    public override Detector Describe() => Token("prefect-key", "Prefect API key", "Prefect documentation, \"API keys\"", "prefect");
}
