using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>French tax number (SPI): first digit 0 to 3, last three modulo 511.</summary>
internal sealed class FrTaxId() : NumberRule("nnnnnnnnnnnnn", "nn nn nnn nnn nnn")
{
    public override Detector Describe() => National(
        "fr-tax-id",
        "French tax number (SPI)",
        "FR",
        "first digit 0 to 3, last three modulo 511",
        "OECD, tax identification numbers of France",
        words: ["fiscal", "numéro fiscal", "numero fiscal", "spi", "impôts", "impots", "nif"],
        trues: ["fiscal 2781771685105", "numéro fiscal: 2541102686353", "fiscal=2739394179340;", "\"fiscal\": \"1583596637483\"", "the nif of the customer is 3753359987090."],
        falses: ["fiscal 1291173271445", "fiscal 39059373460037", "fiscal x1806602453278", "fiscal 16488244121", "fiscal 2781771685105-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.65, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'0' and <= (byte)'3' && Weighted.Number(value[..10]) % 511 == Weighted.Number(value[10..]);
}
