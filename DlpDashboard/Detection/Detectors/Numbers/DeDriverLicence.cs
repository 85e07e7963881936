using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German driving licence: office, number and check character; a word near it is obligatory.</summary>
internal sealed class DeDriverLicence() : NumberRule("kknnkkkkkkk")
{
    public override Detector Describe() => National(
        "de-driver-licence",
        "German driving licence",
        "DE",
        "office, number and check character; a word near it is obligatory",
        "Fahrerlaubnis-Verordnung, Anlage 8",
        words: ["führerschein", "fuehrerschein", "führerscheinnummer", "fahrerlaubnis", "driving licence", "licence number"],
        trues: ["führerschein WE470822765", "fuehrerschein: KK446347861", "führerschein=FX213878375;", "\"führerschein\": \"RP283312581\"", "the licence number of the customer is LH549306668."],
        falses: ["führerschein BO12345678", "führerschein BO12345678AB", "führerschein 12345678901", "führerschein xBO12345678A", "führerschein BOBOCKENHEI"]);

    protected override (double Alone, double Supported) Formed => (0.15, 0.75);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Ascii.IsLetter(value[0]) && value[2..10].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
