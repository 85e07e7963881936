using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>British Columbia personal health number: first digit 9, check digit modulo 11.</summary>
internal sealed class CaHealthBc() : NumberRule("nnnn_nnn_nnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ca-health-bc",
        "British Columbia personal health number",
        "CA",
        "first digit 9, check digit modulo 11",
        "British Columbia Ministry of Health, PHN validation",
        words: ["phn", "personal health number", "msp", "care card", "health number"],
        trues: ["phn 9102727021", "personal health number: 9050946758", "phn=9017580261;", "\"phn\": \"9047236063\"", "the health number of the customer is 9498866002."],
        falses: ["phn 9376194560", "phn 92033120387", "phn x9900797866", "phn 95190732", "phn 9102727021-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] == (byte)'9' && 11 - (Weighted.Sum(value[1..], [2, 4, 8, 5, 10, 9, 7, 3]) % 11) == Weighted.Digit(value, 9);
}
