using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German tax number (Steuernummer): district and number as the states write them, or thirteen digits; a word near it is obligatory.</summary>
internal sealed class DeTaxNumber() : NumberRule("nnn/nnn/nnnnn", "nnn/nnnn/nnnn", "nn/nnnn/nnnn", "nn/nnn/nnnnn", "nnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "de-tax-number",
        "German tax number (Steuernummer)",
        "DE",
        "district and number as the states write them, or thirteen digits; a word near it is obligatory",
        "Abgabenordnung; ELSTER, Aufbau der Steuernummer",
        words: ["steuernummer", "steuer-nr", "st-nr", "st.-nr", "steuernr", "stnr", "finanzamt"],
        trues: ["steuernummer 637/156/66304", "steuer-nr: 913/834/43734", "steuernummer=519/892/47609;", "\"steuernummer\": \"360/409/36002\"", "the finanzamt of the customer is 775/212/63287."],
        falses: ["steuernummer 12/345/678", "steuernummer 0081508150001", "steuernummer 028150815012", "steuernummer x123/456/78901", "steuernummer 123/456/78901/2"],
        category: "financial");

    protected override (double Alone, double Supported) Formed => (0.15, 0.75);

    // Thirteen digits with one of some fifty beginnings: other kinds of that length have a date or a check digit.
    protected override double Share(ReadOnlySpan<byte> value) => value.Length == 13 ? 0.6 : 1;

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => value.Length < 13 ? value.Length is 10 or 11 : Weighted.Two(value, 0) is (>= 1 and <= 32) or 40 or 41 or (>= 50 and <= 59) or (>= 90 and <= 99);
}
