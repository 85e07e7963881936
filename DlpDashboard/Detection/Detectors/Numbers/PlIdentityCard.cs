using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Polish identity card number: check digit by weights 7 3 1.</summary>
internal sealed class PlIdentityCard() : NumberRule("aaannnnnn", "aaa nnnnnn")
{
    public override Detector Describe() => National(
        "pl-identity-card",
        "Polish identity card number",
        "PL",
        "check digit by weights 7 3 1",
        "ICAO Doc 9303; Ustawa o dowodach osobistych",
        words: ["dowód", "dowod", "dowód osobisty", "dowod osobisty", "identity card", "seria i numer"],
        trues: ["dowód BEA174328", "dowod: CAH644430", "dowód=GFD917410;", "\"dowód\": \"GGF450237\"", "the seria i numer of the customer is DFD086733."],
        falses: ["dowód ABA156604", "dowód DGB8858697", "dowód xFAF989688", "dowód FAG1496", "dowód BEA174328-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.4, 0.92);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        ((((value[0] - 55) * 7) + ((value[1] - 55) * 3) + (value[2] - 55) + Weighted.Sum(value[4..], [7, 3, 1, 7, 3])) % 10) == Weighted.Digit(value, 3);
}
