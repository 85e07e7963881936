using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German VAT number: ISO 7064 mod 11,10.</summary>
internal sealed class DeVatId() : NumberRule("aannnnnnnnn", "aa_nnn_nnn_nnn", "aa_nnnnnnnnn")
{
    public override Detector Describe() => National(
        "de-vat-id",
        "German VAT number",
        "DE",
        "ISO 7064 mod 11,10",
        "Bundeszentralamt für Steuern, USt-IdNr.; ISO/IEC 7064",
        words: ["vat", "vat id", "vat number", "ust-idnr", "ustid", "umsatzsteuer", "ust-id", "umsatzsteuer-identifikationsnummer", "vat reg"],
        trues: ["vat DE345957119", "vat id: DE877741210", "vat=DE647280383;", "\"vat\": \"DE628084145\"", "the vat reg of the customer is DE952538881."],
        falses: ["vat DE136695977", "vat FR136695976", "vat DE12345678", "vat DE1234567890", "vat xDE136695976"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] == (byte)'D' && value[1] == (byte)'E' && value[2] != (byte)'0' && Weighted.IsMod11And10(value[2..]);
}
