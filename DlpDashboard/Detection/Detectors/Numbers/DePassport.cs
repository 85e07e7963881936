using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German passport and identity card number: alphabet, check digit by weights 7 3 1.</summary>
internal sealed class DePassport() : NumberRule("ukkkkkkkkn", "ukkkkkknn")
{
    public override Detector Describe() => National(
        "de-passport",
        "German passport and identity card number",
        "DE",
        "alphabet, check digit by weights 7 3 1",
        "ICAO Doc 9303, check digits; Personalausweisverordnung",
        words: ["passport", "reisepass", "passnummer", "personalausweis", "ausweisnummer", "ausweis"],
        trues: ["passport H126JJP5Z7", "Personalausweis L01X00T47", "reisepass: JM5FTNKF59", "passport=HZT0LKT526;", "\"passport\": \"HVJWHF4PW6\"", "the ausweis of the customer is H3XG69ZNJ3."],
        falses: ["passport G1YGX5KM02", "passport KVN6FL35117", "passport xJGNZFCPYN6", "passport JJ6KG95H", "passport H126JJP5Z7-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.35, 0.92);

    protected override (double Alone, double Supported) Formed => (0.1, 0.58);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsOfItsAlphabet(value) && value[^1] <= (byte)'9' && DocumentNumber.CheckDigit(value[..^1]) == Weighted.Digit(value, value.Length - 1);

    // Serial numbers are drawn from 27 signs: few have but one letter behind the first, as the numbers of many other offices do.
    protected override double Share(ReadOnlySpan<byte> value)
    {
        var letters = 0;
        foreach (var sign in value[1..])
        {
            letters += Ascii.IsDigit(sign) ? 0 : 1;
        }

        return letters < 2 && IsValid(value) ? 0.35 : 1;
    }

    // The serial number alone, whose check digit stands elsewhere on the card.
    protected override bool IsWellFormed(ReadOnlySpan<byte> value) =>
        value.Length == 9 && value[0] is >= (byte)'L' and <= (byte)'Y' && value[8] <= (byte)'9' && IsOfItsAlphabet(value) && value[1..8].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;

    private static bool IsOfItsAlphabet(ReadOnlySpan<byte> value) => !DocumentNumber.HasAny(value, "ABDEIOQSU"u8);
}
