using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Italian passport number: two letters and seven digits; a word near it is obligatory.</summary>
internal sealed class ItPassport() : NumberRule("aannnnnnn")
{
    public override Detector Describe() => National(
        "it-passport",
        "Italian passport number",
        "IT",
        "two letters and seven digits; a word near it is obligatory",
        "Ministero degli Affari Esteri",
        words: ["passaporto", "numero passaporto", "passaporto elettronico"],
        trues: ["passaporto CV8174143", "numero passaporto: XY3377617", "passaporto=VJ0931925;", "\"passaporto\": \"IU4992070\"", "the passaporto elettronico of the customer is PI1374847."],
        falses: ["passport number AA1234567", "passaporto A1234567", "passaporto AA12345678", "passaporto xAA1234567", "passaporto AA1234567-123"]);

    protected override (double Alone, double Supported) Formed => (0.14, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => true;

    // The series of its electronic passports; other letters are as well those of another country.
    protected override double Share(ReadOnlySpan<byte> value) => (value[0] == (byte)'Y' && value[1] is >= (byte)'A' and <= (byte)'C') || (value[0] == (byte)'A' && value[1] == (byte)'A') ? 1 : 0.35;
}
