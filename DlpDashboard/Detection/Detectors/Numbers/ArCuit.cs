using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Argentine CUIT and CUIL: kind, check digit modulo 11.</summary>
internal sealed class ArCuit() : NumberRule("nn-nnnnnnnn-n", "nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ar-cuit",
        "Argentine CUIT and CUIL",
        "AR",
        "kind, check digit modulo 11",
        "AFIP, CUIT",
        words: ["cuit", "cuil", "dni"],
        trues: ["cuit 20397459129", "cuil: 20-87140128-5", "cuit=27732341124;", "\"cuit\": \"20-85380480-1\"", "the dni of the customer is 20-46174666-8."],
        falses: ["cuit 23537672740", "cuit 238743346427", "cuit x27190461055", "cuit 279922718", "cuit 20397459129-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.9, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is 20 or 23 or 24 or 25 or 26 or 27 or 30 or 33 or 34 && (11 - (Weighted.Sum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Weighted.Digit(value, 10);
}
