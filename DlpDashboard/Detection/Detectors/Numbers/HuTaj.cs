using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Hungarian social security number (TAJ): check digit by weights 3 7.</summary>
internal sealed class HuTaj() : NumberRule("nnn_nnn_nnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "hu-taj",
        "Hungarian social security number (TAJ)",
        "HU",
        "check digit by weights 3 7",
        "1996. evi XX. torveny, TAJ szam",
        words: ["taj", "taj szám", "taj szam", "társadalombiztosítási"],
        trues: ["taj 228041027", "taj szám: 569 620 208", "taj=023004245;", "\"taj\": \"038 508 367\"", "the társadalombiztosítási of the customer is 934 958 080."],
        falses: ["taj 743641550", "taj 1578418397", "taj x074781788", "taj 9477148", "taj 228041027-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.4, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 == Weighted.Digit(value, 8);
}
