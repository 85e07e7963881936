using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Canadian social insurance number: first digit, Luhn.</summary>
internal sealed class CaSin() : NumberRule("nnn_nnn_nnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "ca-sin",
        "Canadian social insurance number",
        "CA",
        "first digit, Luhn",
        "Employment and Social Development Canada, SIN code of practice",
        words: ["sin", "social insurance", "social insurance number", "nas", "assurance sociale"],
        trues: ["sin 182063834", "social insurance: 141 003 491", "sin=700398829;", "\"sin\": \"583 763 354\"", "the assurance sociale of the customer is 218 779 098."],
        falses: ["sin 747717875", "sin 6788145677", "sin x688822162", "sin 7543772", "sin 182063834-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is not ((byte)'0' or (byte)'8') && Weighted.IsLuhn(value);
}
