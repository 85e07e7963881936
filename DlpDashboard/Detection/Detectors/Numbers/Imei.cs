using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Mobile device number (IMEI): reporting body, Luhn.</summary>
internal sealed class Imei() : NumberRule("nnnnnnnnnnnnnnn", "nn-nnnnnn-nnnnnn-n")
{
    public override Detector Describe() => National(
        "imei",
        "Mobile device number (IMEI)",
        "world",
        "reporting body, Luhn",
        "GSMA TS.06; 3GPP TS 23.003",
        words: ["imei", "device id", "handset", "mobile device"],
        trues: ["imei 352862353636639", "device id: 35-494596-035250-6", "imei=354141040667374;", "\"imei\": \"35-412209-795234-9\"", "the mobile device of the customer is 35-343292-004221-3."],
        falses: ["imei 357195218564068", "imei 3596238309278407", "imei x356277097189876", "imei 3514931806417", "imei 352862353636639-123"],
        category: "network",
        severity: Severity.Medium);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.8, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is 1 or 35 or 86 or 91 or 98 or 99 or 44 or 45 or 49 or 50 or 51 or 52 or 53 or 54 && Weighted.IsLuhn(value);
}
