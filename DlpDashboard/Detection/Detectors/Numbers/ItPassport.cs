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

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => true;
}
