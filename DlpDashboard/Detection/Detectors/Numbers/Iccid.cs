using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>SIM card number (ICCID): telecom prefix 89, Luhn.</summary>
internal sealed class Iccid() : NumberRule("89nnnnnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "iccid",
        "SIM card number (ICCID)",
        "world",
        "telecom prefix 89, Luhn",
        "ITU-T E.118",
        words: ["iccid", "sim", "sim card"],
        trues: ["iccid 8949439824717223659", "sim: 8949933874462774373", "iccid=8949255035748393996;", "\"iccid\": \"8949394660727856564\"", "the sim card of the customer is 8949291418217145616."],
        falses: ["iccid 8949284745362509984", "iccid 89492515486842002357", "iccid x8949815586232618499", "iccid 89494801791673548", "iccid 8949439824717223659-123"],
        category: "network",
        severity: Severity.Medium);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.5, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsLuhn(value);
}
