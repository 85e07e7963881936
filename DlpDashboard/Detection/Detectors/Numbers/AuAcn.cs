using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Australian company number: check digit modulo 10.</summary>
internal sealed class AuAcn() : NumberRule("nnn nnn nnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "au-acn",
        "Australian company number",
        "AU",
        "check digit modulo 10",
        "Australian Securities and Investments Commission, ACN check digit",
        words: ["acn", "company number"],
        trues: ["acn 027961379", "company number: 135 394 339", "acn=169827178;", "\"acn\": \"034 303 930\"", "the company number of the customer is 888 620 853."],
        falses: ["acn 219069334", "acn 1602590217", "acn x766092059", "acn 9285391", "acn 027961379-123"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.22, 0.35, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (10 - (Weighted.Sum(value, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 == Weighted.Digit(value, 8);
}
