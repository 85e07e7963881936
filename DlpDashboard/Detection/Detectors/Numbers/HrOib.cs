using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Croatian personal number (OIB): check digit by ISO 7064.</summary>
internal sealed class HrOib() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "hr-oib",
        "Croatian personal number (OIB)",
        "HR",
        "check digit by ISO 7064",
        "Zakon o osobnom identifikacijskom broju; ISO/IEC 7064 MOD 11,10",
        words: ["oib", "osobni identifikacijski broj"],
        trues: ["oib 57851832555", "osobni identifikacijski broj: 76764577029", "oib=86890133293;", "\"oib\": \"76713784923\"", "the osobni identifikacijski broj of the customer is 89321660913."],
        falses: ["oib 54155822711", "oib 395550561327", "oib x55192935380", "oib 921515013", "oib 57851832555-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.3, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsMod11And10(value);
}
