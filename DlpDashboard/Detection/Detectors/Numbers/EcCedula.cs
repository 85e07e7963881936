using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Ecuadorian identity number: province, Luhn.</summary>
internal sealed class EcCedula() : NumberRule("nnnnnnnnnn", "nnnnnnnnn-n")
{
    public override Detector Describe() => National(
        "ec-cedula",
        "Ecuadorian identity number",
        "EC",
        "province, Luhn",
        "Registro Civil del Ecuador, cedula",
        words: ["cedula", "cédula", "ci", "identidad"],
        trues: ["cedula 0352938187", "cédula: 1052125711", "cedula=1014033581;", "\"cedula\": \"0540505708\"", "the identidad of the customer is 2436544007."],
        falses: ["cedula 0442371838", "cedula 06360221477", "cedula x1628008110", "cedula 06040765", "cedula 0352938187-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is (>= 1 and <= 24) or 30 && value[2] < (byte)'6' && Weighted.IsLuhn(value);
}
