using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Singapore NRIC and FIN: check letter modulo 11.</summary>
internal sealed class SgNric() : NumberRule("annnnnnna")
{
    public override Detector Describe() => National(
        "sg-nric",
        "Singapore NRIC and FIN",
        "SG",
        "check letter modulo 11",
        "Immigration and Checkpoints Authority, NRIC number",
        words: ["nric", "fin", "ic number", "identity card"],
        trues: ["nric S0750975H", "fin: T3910120Z", "nric=S9316255B;", "\"nric\": \"T3814235B\"", "the identity card of the customer is S4150908B."],
        falses: ["nric T3084423E", "nric T7930059J7", "nric xS0268778Z", "nric S813137", "nric S0750975H-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.55, 0.55, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] switch { (byte)'S' => "JZIHGFEDCBA"u8[Rest(value, 0)], (byte)'T' => "JZIHGFEDCBA"u8[Rest(value, 4)], (byte)'F' => "XWUTRQPNMLK"u8[Rest(value, 0)], (byte)'G' => "XWUTRQPNMLK"u8[Rest(value, 4)], (byte)'M' => "KLJNPQRTUWX"u8[10 - Rest(value, 3)], _ => (byte)0 } == value[8];

    private static int Rest(ReadOnlySpan<byte> value, int more) => (Weighted.Sum(value[1..], [2, 7, 6, 5, 4, 3, 2]) + more) % 11;
}
