using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Emirates ID: country 784, year of birth, Luhn.</summary>
internal sealed class AeEmiratesId() : NumberRule("784-nnnn-nnnnnnn-n", "784nnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ae-emirates-id",
        "Emirates ID",
        "AE",
        "country 784, year of birth, Luhn",
        "Federal Authority for Identity and Citizenship, Emirates ID",
        words: ["emirates id", "eid", "uae id", "identity card"],
        trues: ["emirates id 784197556452643", "eid: 784-1956-8651280-7", "emirates id=784197000764593;", "\"emirates_id\": \"784-1959-0392064-3\"", "the identity card of the customer is 784-1981-8574070-5."],
        falses: ["emirates id 784196682189716", "emirates id 7841982169194437", "emirates id x784195436198238", "emirates id 7841955225362", "emirates id 784197556452643-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.65, 0.95, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 3) is 19 or 20 && Weighted.IsLuhn(value);
}
