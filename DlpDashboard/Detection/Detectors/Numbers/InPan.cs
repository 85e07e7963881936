using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indian permanent account number (PAN): kind of holder in the fourth place.</summary>
internal sealed class InPan() : NumberRule("aaaaannnna")
{
    public override Detector Describe() => National(
        "in-pan",
        "Indian permanent account number (PAN)",
        "IN",
        "kind of holder in the fourth place",
        "Income Tax Department of India, structure of PAN",
        words: ["pan", "permanent account", "permanent account number", "pan card", "income tax"],
        trues: ["pan DMKHB2379D", "permanent account: GACPD6902E", "pan=KMNAF2545C;", "\"pan\": \"FGECG8753G\"", "the income tax of the customer is DANGG6269B."],
        falses: ["pan AMKPA0000D", "pan HHJPE3670G7", "pan xHHLHA3788F", "pan GELHH886", "pan DMKHB2379D-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.45, 0.45, 0.95);

    protected override (double Alone, double Supported) Formed => (0.1, 0.35);

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        "PCHFATBLJGE"u8.Contains(value[3]) && Weighted.Number(value[5..9]) > 0;

    // The letters of holders have grown over time: one nobody knows yet makes it unlikely, not impossible.
    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Weighted.Number(value[5..9]) > 0;
}
