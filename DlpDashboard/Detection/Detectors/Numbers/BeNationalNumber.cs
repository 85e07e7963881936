using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Belgian national number: birth date, two digits modulo 97.</summary>
internal sealed class BeNationalNumber() : NumberRule("nn.nn.nn-nnn.nn", "nnnnnnnnnnn", "nn.nn.nn-nnn-nn")
{
    public override Detector Describe() => National(
        "be-national-number",
        "Belgian national number",
        "BE",
        "birth date, two digits modulo 97",
        "Rijksregister, Koninklijk besluit of 3 April 1984",
        words: ["rijksregisternummer", "rijksregister", "numéro national", "numero national", "registre national", "insz", "niss"],
        trues: ["rijksregisternummer 46121832291", "rijksregister: 83.08.05-280.11", "rijksregisternummer=94062130910;", "\"rijksregisternummer\": \"41.03.05-099.51\"", "the niss of the customer is 70.07.12-035.57."],
        falses: ["rijksregisternummer 61062818013", "rijksregisternummer 600406781367", "rijksregisternummer x51062536201", "rijksregisternummer 730323748", "rijksregisternummer 46121832291-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.9, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 2) <= 52 && (97 - (Weighted.Number(value[..9]) % 97) == Weighted.Two(value, 9) || 97 - ((2_000_000_000L + Weighted.Number(value[..9])) % 97) == Weighted.Two(value, 9));
}
