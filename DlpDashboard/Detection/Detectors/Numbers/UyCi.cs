using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Uruguayan identity number: check digit modulo 10.</summary>
internal sealed class UyCi() : NumberRule("n.nnn.nnn-n")
{
    public override Detector Describe() => National(
        "uy-ci",
        "Uruguayan identity number",
        "UY",
        "check digit modulo 10",
        "Direccion Nacional de Identificacion Civil",
        words: ["ci", "cedula", "cédula", "identidad"],
        trues: ["ci 3.026.024-4", "cedula: 1.771.645-4", "ci=5.834.695-3;", "\"ci\": \"2.615.759-6\"", "the identidad of the customer is 1.959.068-4."],
        falses: ["ci 1.784.492-5", "ci 4.827.590-87", "ci x5.322.440-7", "ci 2.754.424", "ci 53.026.024-4"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (10 - (Weighted.Sum(value, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 == Weighted.Digit(value, 7);
}
