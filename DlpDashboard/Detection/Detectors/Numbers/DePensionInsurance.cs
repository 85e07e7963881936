using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German pension insurance number: birth date, check digit.</summary>
internal sealed class DePensionInsurance() : NumberRule("nnnnnnnnannn", "nn nnnnnn a nnn")
{
    public override Detector Describe() => National(
        "de-pension-insurance",
        "German pension insurance number",
        "DE",
        "birth date, check digit",
        "Verordnung ueber die Versicherungsnummer (VKVV), section 4",
        words: ["rentenversicherung", "rentenversicherungsnummer", "versicherungsnummer", "rvnr", "svnr", "sozialversicherung", "sozialversicherungsnummer"],
        trues: ["rentenversicherung 36280655L039", "rentenversicherungsnummer: 33040248B671", "rentenversicherung=06161283M334;", "\"rentenversicherung\": \"54110573S847\"", "the sozialversicherungsnummer of the customer is 09121069K480."],
        falses: ["rentenversicherung 06130152M878", "rentenversicherung 64221052L1757", "rentenversicherung x65230992T525", "rentenversicherung 68270764N6", "rentenversicherung 36280655L039-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.65, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 2) is (>= 1 and <= 31) or (>= 51 and <= 81) && Weighted.Two(value, 4) is >= 1 and <= 12 && LetteredNumber.Sum(value, 8, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10 == Weighted.Digit(value, 11);
}
