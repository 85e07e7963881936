using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indian bank branch code (IFSC): four letters, a zero, six characters; a word near it is obligatory.</summary>
internal sealed class InIfsc() : NumberRule("uuuu0kkkkkk")
{
    public override Detector Describe() => National(
        "in-ifsc",
        "Indian bank branch code (IFSC)",
        "IN",
        "four letters, a zero, six characters; a word near it is obligatory",
        "Reserve Bank of India, IFSC",
        words: ["ifsc", "ifsc code", "branch", "neft", "rtgs"],
        trues: ["ifsc HDFC0134493", "ifsc code: HDFC0992644", "ifsc=SBIN0284884;", "\"ifsc\": \"ICIC0729710\"", "the rtgs of the customer is ICIC0134200."],
        falses: ["ifsc HDFC0ABCDEF", "ifsc SBIN08544567", "ifsc xSBIN0805340", "reference SBIN0244909 was sent", "ifsc HDFC0134493-123"],
        category: "financial",
        severity: Severity.Low);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.85);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[5..].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
}
