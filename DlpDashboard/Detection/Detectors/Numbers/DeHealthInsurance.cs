using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German health insurance number: check digit.</summary>
internal sealed class DeHealthInsurance() : NumberRule("annnnnnnnn")
{
    public override Detector Describe() => National(
        "de-health-insurance",
        "German health insurance number",
        "DE",
        "check digit",
        "SGB V section 290; GKV-Spitzenverband, Krankenversichertennummer",
        words: ["krankenkasse", "krankenversicherung", "versichertennummer", "krankenversichertennummer", "kvnr", "kv nr"],
        trues: ["krankenkasse B528922665", "krankenversicherung: D446819724", "krankenkasse=B267017673;", "\"krankenkasse\": \"B372581854\"", "the kv nr of the customer is S230950990."],
        falses: ["krankenkasse S617019638", "krankenkasse S4643264447", "krankenkasse xD776718516", "krankenkasse L4420959", "krankenkasse B528922665-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.3, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        LetteredNumber.Sum(value, 0, [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 10 == Weighted.Digit(value, 9);
}
