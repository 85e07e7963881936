using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Greek tax number (AFM): powers of two modulo 11.</summary>
internal sealed class GrAfm() : NumberRule("nnnnnnnnn")
{
    public override Detector Describe() => National(
        "gr-afm",
        "Greek tax number (AFM)",
        "GR",
        "powers of two modulo 11",
        "Independent Authority for Public Revenue, AFM",
        words: ["afm", "αφμ", "ΑΦΜ", "tax number", "vat"],
        trues: ["afm 228497419", "αφμ: 985800244", "afm=404974230;", "\"afm\": \"064945506\"", "the vat of the customer is 171328755."],
        falses: ["afm 080393550", "afm 0721474777", "afm x846473530", "afm 4917599", "afm 228497419-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.25, 0.92);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [0, 128, 64, 32, 16, 8, 4, 2]) + (Weighted.Digit(value, 0) * 256) is var sum && sum % 11 % 10 == Weighted.Digit(value, 8);
}
