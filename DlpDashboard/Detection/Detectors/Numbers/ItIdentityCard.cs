using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Italian identity card number: two letters, five digits, two letters, or two letters and seven digits; a word near it is obligatory.</summary>
internal sealed class ItIdentityCard() : NumberRule("aannnnnaa", "aannnnnnn", "nnnnnnnaa")
{
    public override Detector Describe() => National(
        "it-identity-card",
        "Italian identity card number",
        "IT",
        "two letters, five digits, two letters, or two letters and seven digits; a word near it is obligatory",
        "Ministero dell'Interno, carta d'identità elettronica",
        words: ["carta identità", "carta d'identità", "carta di identità", "identita", "cie", "carta identita", "documento di identità"],
        trues: ["carta identità OO18341PA", "carta d'identità: JO18746GG", "carta identità=CS12845ET;", "\"carta_identità\": \"UQ41537PM\"", "the documento di identità of the customer is AF07764XE."],
        falses: ["cie A12345AA", "cie AA1234567AA", "carta identità AA123456", "identita xAA12345AA", "cie AA12345AA-123"]);

    protected override (double Alone, double Supported) Formed => (0.1, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => true;
}
