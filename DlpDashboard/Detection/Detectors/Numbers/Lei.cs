using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Legal entity identifier (LEI): ISO 7064 MOD 97-10.</summary>
internal sealed class Lei() : NumberRule("kkkkkkkkkkkkkkkkkknn")
{
    public override Detector Describe() => National(
        "lei",
        "Legal entity identifier (LEI)",
        "world",
        "ISO 7064 MOD 97-10",
        "ISO 17442",
        words: ["lei", "legal entity"],
        trues: ["lei 549300RPTN4WGN1M2451", "legal entity: 549300TCV5TZDA8EKJ53", "lei=549300ZXF5VOF0ZALH57;", "\"lei\": \"549300TA8ZKR4AVB9G26\"", "the legal entity of the customer is 549300KSRGT3KD6RDV68."],
        falses: ["lei 5493009HIP5I3KS90A87", "lei 549300G4S72Y22HL14047", "lei x549300YD1T2KVAGH5145", "lei 549300HO8ZHYD6BXIB", "lei 549300RPTN4WGN1M2451-123"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.7, 0.7, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[..18].IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0 && DocumentNumber.Remainder97(value) == 1;
}
