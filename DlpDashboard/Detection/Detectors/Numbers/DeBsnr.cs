using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German practice number (BSNR): region; a word near it is obligatory.</summary>
internal sealed class DeBsnr() : NumberRule("nnnnnnnnn")
{
    public override Detector Describe() => National(
        "de-bsnr",
        "German practice number (BSNR)",
        "DE",
        "region; a word near it is obligatory",
        "Kassenärztliche Bundesvereinigung, Richtlinie nach § 75 Abs. 7 SGB V",
        words: ["bsnr", "betriebsstättennummer", "betriebsstätte", "praxisnummer"],
        trues: ["bsnr 386516761", "betriebsstättennummer: 382202972", "bsnr=995288200;", "\"bsnr\": \"178263304\"", "the praxisnummer of the customer is 524839548."],
        falses: ["bsnr 051234567", "bsnr 71123456", "bsnr 7112345678", "bsnr x711234567", "bsnr 711234567-123"],
        category: "health",
        severity: Severity.Low);

    protected override (double Alone, double Supported) Formed => (0.1, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Weighted.Two(value, 0) is (>= 1 and <= 3) or 17 or 20 or 38 or 46 or 51 or 52 or (>= 71 and <= 73) or 78 or 83 or 88 or (>= 93 and <= 99);
}
