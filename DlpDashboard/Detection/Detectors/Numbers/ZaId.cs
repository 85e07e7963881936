using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>South African identity number: birth date, citizenship, Luhn.</summary>
internal sealed class ZaId() : NumberRule("nnnnnnnnnnnnn", "nnnnnn nnnn nnn")
{
    public override Detector Describe() => National(
        "za-id",
        "South African identity number",
        "ZA",
        "birth date, citizenship, Luhn",
        "Identification Act 68 of 1997",
        words: ["id number", "rsa id", "south african id", "identity number", "sa id"],
        trues: ["id number 5212075828083", "rsa id: 4911191124084", "id number=9809168748080;", "\"id_number\": \"4409241120087\"", "the sa id of the customer is 6301072768084."],
        falses: ["id number 5709086845080", "id number 71011455880827", "id number x8312216208083", "id number 56081815490", "id number 5212075828083-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.75, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsYearMonthDay(value) && value[10] is >= (byte)'0' and <= (byte)'2' && Weighted.IsLuhn(value);
}
