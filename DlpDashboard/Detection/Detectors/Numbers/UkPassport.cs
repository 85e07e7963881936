using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>British passport number: nine digits or two letters and seven; a word near it is obligatory.</summary>
internal sealed class UkPassport() : NumberRule("aannnnnnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "uk-passport",
        "British passport number",
        "GB",
        "nine digits or two letters and seven; a word near it is obligatory",
        "HM Passport Office",
        words: ["passport", "passport number", "passport no", "travel document", "british passport"],
        trues: ["passport ZA4000883", "passport number: HO1678684", "passport=453265020;", "\"passport\": \"XI6201684\"", "the british passport of the customer is WJ0722470."],
        falses: ["passport ABC123456", "passport 1234567AB", "passport AB12345678", "passport xAB1234567x", "number 507211983"]);

    protected override (double Alone, double Supported) Formed => (0.13, 0.6);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Ascii.IsLetter(value[0]) || value[0] != (byte)'0';
}
