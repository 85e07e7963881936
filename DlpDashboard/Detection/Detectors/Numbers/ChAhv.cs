using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Swiss social security number (AHV, AVS): country 756, EAN-13 check digit.</summary>
internal sealed class ChAhv() : NumberRule("756.nnnn.nnnn.nn", "756nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ch-ahv",
        "Swiss social security number (AHV, AVS)",
        "CH",
        "country 756, EAN-13 check digit",
        "Bundesgesetz ueber die AHV, article 50c; GS1 check digit",
        words: ["ahv", "avs", "ahv-nr", "ahvn13", "sozialversicherung", "assurance sociale"],
        trues: ["ahv 7568969698117", "avs: 756.9378.8632.71", "ahv=7567087205689;", "\"ahv\": \"756.3678.6908.96\"", "the assurance sociale of the customer is 756.1832.2326.54."],
        falses: ["ahv 7560944069791", "ahv 75610683993127", "ahv x7566771486793", "ahv 75690366528", "ahv 7568969698117-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.95, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (Weighted.Sum(value, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) + Weighted.Digit(value, 12)) % 10 == 0;
}
