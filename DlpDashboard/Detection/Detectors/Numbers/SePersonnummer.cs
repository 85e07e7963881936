using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Swedish personal number: birth date, Luhn.</summary>
internal sealed class SePersonnummer() : NumberRule("nnnnnn-nnnn", "nnnnnn+nnnn", "nnnnnnnn-nnnn", "nnnnnnnnnnnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "se-personnummer",
        "Swedish personal number",
        "SE",
        "birth date, Luhn",
        "Folkbokforingslag (1991:481), section 18",
        words: ["personnummer", "samordningsnummer", "person nr", "personnr", "pnr"],
        trues: ["personnummer 7311022466", "samordningsnummer: 540614-6133", "personnummer=7203054536;", "\"personnummer\": \"850317-8587\"", "the pnr of the customer is 970310-5867."],
        falses: ["personnummer 6406213130", "personnummer 80061047347", "personnummer x4408179549", "personnummer 66102244", "personnummer 7311022466-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.8, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsDate(Weighted.Two(value, value.Length - 10), Weighted.Two(value, value.Length - 8), Weighted.Two(value, value.Length - 6) % 60) && (value.Length == 10 || Weighted.Two(value, 0) is >= 18 and <= 20) && Weighted.IsLuhn(value[^10..]);
}
