using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Bulgarian personal number (EGN): birth date, check digit.</summary>
internal sealed class BgEgn() : NumberRule("nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "bg-egn",
        "Bulgarian personal number (EGN)",
        "BG",
        "birth date, check digit",
        "Grazhdanska registratsia, EGN",
        words: ["egn", "edinen grazhdanski nomer", "personal number"],
        trues: ["egn 4901204837", "edinen grazhdanski nomer: 4504230619", "egn=9701070365;", "\"egn\": \"8103152197\"", "the personal number of the customer is 7703029855."],
        falses: ["egn 7007098931", "egn 94012267347", "egn x5912080621", "egn 84060442", "egn 4901204837-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.4, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 2) % 20 is >= 1 and <= 12 && Weighted.Two(value, 4) is >= 1 and <= 31 && Weighted.Sum(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == Weighted.Digit(value, 9);
}
