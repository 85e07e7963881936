using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Spanish social security number (NSS): last two modulo 97.</summary>
internal sealed class EsSocialSecurity() : NumberRule("nnnnnnnnnnnn", "nn/nnnnnnnn/nn", "nn nnnnnnnn nn")
{
    public override Detector Describe() => National(
        "es-social-security",
        "Spanish social security number (NSS)",
        "ES",
        "last two modulo 97",
        "Tesoreria General de la Seguridad Social, numero de afiliacion",
        words: ["seguridad social", "nss", "afiliación", "afiliacion", "naf"],
        trues: ["seguridad social 284645522421", "nss: 288903734515", "seguridad social=283760025585;", "\"seguridad_social\": \"286287334620\"", "the naf of the customer is 283362462601."],
        falses: ["seguridad social 281014793628", "seguridad social 2816652325817", "seguridad social x288628170548", "seguridad social 2863567942", "seguridad social 284645522421-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (Weighted.Number(value[2..10]) < 10_000_000 ? (Weighted.Two(value, 0) * 10_000_000L) + Weighted.Number(value[2..10]) : Weighted.Number(value[..10])) % 97 == Weighted.Two(value, 10);
}
