using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>UK unique taxpayer reference: check digit modulo 11.</summary>
internal sealed class UkUtr() : NumberRule("nnnnnnnnnn", "nnnnn nnnnn")
{
    public override Detector Describe() => National(
        "uk-utr",
        "UK unique taxpayer reference",
        "GB",
        "check digit modulo 11",
        "HM Revenue and Customs, UTR check digit",
        words: ["utr", "unique taxpayer", "taxpayer reference", "self assessment", "tax reference"],
        trues: ["utr 2531743280", "unique taxpayer: 8399929152", "utr=2211724773;", "\"utr\": \"7299724768\"", "the tax reference of the customer is 2432028336."],
        falses: ["utr 6940026687", "utr 53962341247", "utr x4888086310", "utr 53178125", "utr 2531743280-123"]);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] == "21987654321"u8[Weighted.Sum(value[1..], [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11];
}
