using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German passport and identity card number: alphabet, check digit by weights 7 3 1.</summary>
internal sealed class DePassport() : NumberRule("accccccccn")
{
    public override Detector Describe() => National(
        "de-passport",
        "German passport and identity card number",
        "DE",
        "alphabet, check digit by weights 7 3 1",
        "ICAO Doc 9303, check digits; Personalausweisverordnung",
        words: ["passport", "reisepass", "passnummer", "personalausweis", "ausweisnummer", "ausweis"],
        trues: ["passport H126JJP5Z7", "reisepass: JM5FTNKF59", "passport=HZT0LKT526;", "\"passport\": \"HVJWHF4PW6\"", "the ausweis of the customer is H3XG69ZNJ3."],
        falses: ["passport G1YGX5KM02", "passport KVN6FL35117", "passport xJGNZFCPYN6", "passport JJ6KG95H", "passport H126JJP5Z7-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.35, 0.92);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        !DocumentNumber.HasAny(value[..9], "ABDEIOQSU"u8) && DocumentNumber.CheckDigit(value[..9]) == Weighted.Digit(value, 9);
}
