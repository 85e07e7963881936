using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Turkish identity number: two check digits.</summary>
internal sealed class TrKimlik() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "tr-kimlik",
        "Turkish identity number",
        "TR",
        "two check digits",
        "Nufus Hizmetleri Kanunu, T.C. kimlik numarasi",
        words: ["kimlik", "tc kimlik", "tckn", "kimlik no", "kimlik numarası"],
        trues: ["kimlik 37295520036", "tc kimlik: 64286499682", "kimlik=74966166612;", "\"kimlik\": \"98539219512\"", "the kimlik numarası of the customer is 60804967640."],
        falses: ["kimlik 37303467521", "kimlik 470271407467", "kimlik x63169481806", "kimlik 375200482", "kimlik 37295520036-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.6, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && ((((Weighted.Sum(value, [1, 0, 1, 0, 1, 0, 1, 0, 1]) * 7) - Weighted.Sum(value, [0, 1, 0, 1, 0, 1, 0, 1])) % 10) + 10) % 10 == Weighted.Digit(value, 9) && Weighted.Sum(value, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]) % 10 == Weighted.Digit(value, 10);
}
