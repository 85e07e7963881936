using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Portuguese tax number (NIF): check digit modulo 11.</summary>
internal sealed class PtNif() : NumberRule("nnnnnnnnn", "nnn nnn nnn")
{
    public override Detector Describe() => National(
        "pt-nif",
        "Portuguese tax number (NIF)",
        "PT",
        "check digit modulo 11",
        "Decreto-Lei 14/2013",
        words: ["nif", "contribuinte", "número de contribuinte", "numero de contribuinte"],
        trues: ["nif 390474053", "contribuinte: 166535320", "nif=300547234;", "\"nif\": \"118607189\"", "the numero de contribuinte of the customer is 279468962."],
        falses: ["nif 240613610", "nif 3721389937", "nif x282261389", "nif 1845195", "nif 390474053-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.4, 0.93);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is not ((byte)'0' or (byte)'4') && (11 - (Weighted.Sum(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) is var check && (check > 9 ? 0 : check) == Weighted.Digit(value, 8);
}
