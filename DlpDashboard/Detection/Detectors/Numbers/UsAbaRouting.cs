using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US bank routing number (ABA): prefix, weights 3 7 1.</summary>
internal sealed class UsAbaRouting() : NumberRule("nnnnnnnnn", "nnnn-nnnn-n")
{
    public override Detector Describe() => National(
        "us-aba-routing",
        "US bank routing number (ABA)",
        "US",
        "prefix, weights 3 7 1",
        "American Bankers Association, routing number policy",
        words: ["aba", "routing", "routing number", "rtn", "transit", "bank", "wire"],
        trues: ["aba 015221104", "routing: 079931919", "aba=011692656;", "\"aba\": \"318886194\"", "the wire of the customer is 111988778."],
        falses: ["aba 115788593", "aba 0721158267", "aba x262529895", "aba 3220456", "aba 015221104-123"],
        category: "financial");

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.4, 0.9);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is (>= 1 and <= 12) or (>= 21 and <= 32) or (>= 61 and <= 72) or 80 && Weighted.Sum(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0;
}
