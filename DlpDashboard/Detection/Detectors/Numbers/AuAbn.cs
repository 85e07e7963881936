using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Australian business number: modulus 89.</summary>
internal sealed class AuAbn() : NumberRule("nn nnn nnn nnn", "nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "au-abn",
        "Australian business number",
        "AU",
        "modulus 89",
        "Australian Business Register, ABN format",
        words: ["abn", "business number"],
        trues: ["abn 43978370976", "business number: 50 367 076 654", "abn=64633490340;", "\"abn\": \"10 639 731 342\"", "the business number of the customer is 47 537 030 986."],
        falses: ["abn 69293263336", "abn 179895350687", "abn x69066532255", "abn 426868960", "abn 43978370976-123"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.75, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && (Weighted.Sum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0;
}
