using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German physician number (LANR): weights 4 9, modulo 10, and two digits for the field, of which those of family doctors are about every second.</summary>
internal sealed class DeLanr() : NumberRule("nnnnnnnnn")
{
    public override Detector Describe() => National(
        "de-lanr",
        "German physician number (LANR)",
        "DE",
        "weights 4 9, modulo 10",
        "Kassenärztliche Bundesvereinigung, Richtlinie nach § 75 Abs. 7 SGB V",
        words: ["lanr", "arztnummer", "lebenslange arztnummer", "vertragsarzt", "arzt-nr"],
        trues: ["lanr 639336033", "arztnummer: 975004574", "lanr=495755513;", "\"lanr\": \"237353379\"", "the arzt-nr of the customer is 175116637."],
        falses: ["lanr 123456901", "lanr 1234566", "lanr 1234566012", "lanr x234567701", "lanr 123456601-123"],
        category: "health",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.32, 0.32, 0.9);

    // The three fields of family doctors: one random number of three hundred passes, which is rarer than with the check digits others of nine digits have.
    protected override double Share(ReadOnlySpan<byte> value) => Weighted.Two(value, 7) is >= 1 and <= 3 ? 1 : 0.6;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (10 - (Weighted.Sum(value, [4, 9, 4, 9, 4, 9]) % 10)) % 10 == Weighted.Digit(value, 6);
}
