using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Australian Medicare number: first digit, check digit.</summary>
internal sealed class AuMedicare() : NumberRule("nnnn nnnnn n", "nnnnnnnnnn", "nnnn-nnnnn-n")
{
    public override Detector Describe() => National(
        "au-medicare",
        "Australian Medicare number",
        "AU",
        "first digit, check digit",
        "Services Australia, Medicare card number",
        words: ["medicare", "medicare number", "medicare card"],
        trues: ["medicare 2746591318", "medicare number: 2981 44417 7", "medicare=4447180937;", "\"medicare\": \"3809 10124 4\"", "the medicare card of the customer is 5146 12043 5."],
        falses: ["medicare 5105463073", "medicare 29075622727", "medicare x5017335119", "medicare 65988631", "medicare 2746591318-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'2' and <= (byte)'6' && value[9] != (byte)'0' && Weighted.Sum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == Weighted.Digit(value, 8);
}
