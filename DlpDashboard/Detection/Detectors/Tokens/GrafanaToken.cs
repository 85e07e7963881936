using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Tokens;

/// <summary>Grafana tokens: a random part and its CRC-32.</summary>
internal sealed class GrafanaToken() : TokenRule("glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}", "glc_[A-Za-z0-9+/]{40,400}")
{
    public override Detector Describe() => Token("grafana-token", "Grafana token", "Grafana documentation, \"Service account tokens\"", "grafana");
}
