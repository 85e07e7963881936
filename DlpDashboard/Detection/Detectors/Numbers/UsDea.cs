using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US DEA registration number: registrant type, check digit.</summary>
internal sealed class UsDea() : NumberRule("aannnnnnn")
{
    public override Detector Describe() => National(
        "us-dea",
        "US DEA registration number",
        "US",
        "registrant type, check digit",
        "US Drug Enforcement Administration, registration number verification",
        words: ["dea", "dea number", "prescriber", "registration"],
        trues: ["dea AS7207536", "dea number: AL4151647", "dea=MK8044733;", "\"dea\": \"ML9564798\"", "the registration of the customer is BK7235446."],
        falses: ["dea BB4785033", "dea FT08758377", "dea xAS4617328", "dea MT21605", "dea AS7207536-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.3, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        "ABCDEFGHJKLMPRSTUX"u8.Contains(value[0]) && (Weighted.Digit(value, 2) + Weighted.Digit(value, 4) + Weighted.Digit(value, 6) + (2 * (Weighted.Digit(value, 3) + Weighted.Digit(value, 5) + Weighted.Digit(value, 7)))) % 10 == Weighted.Digit(value, 8);
}
