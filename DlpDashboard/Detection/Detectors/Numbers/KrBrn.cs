using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Korean business registration number: weights 1 3 7.</summary>
internal sealed class KrBrn() : NumberRule("nnn-nn-nnnnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "kr-brn",
        "Korean business registration number",
        "KR",
        "weights 1 3 7",
        "National Tax Service of Korea, business registration",
        words: ["brn", "business registration", "사업자등록번호", "사업자번호"],
        trues: ["brn 997-51-40260", "business registration: 240-14-19313", "brn=517-05-86495;", "\"brn\": \"308-31-24026\"", "the 사업자번호 of the customer is 444-83-47829."],
        falses: ["brn 104-86-56658", "brn 104-86-5665", "brn 104-86-566591", "brn x104-86-56659", "brn 104-86-56659-12"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.2, 0.6, 0.9);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (10 - ((Weighted.Sum(value, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + (Weighted.Digit(value, 8) * 5 / 10)) % 10)) % 10 == Weighted.Digit(value, 9);
}
