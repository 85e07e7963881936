using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Malaysian identity card number (MyKad): birth date and place; a word near it is obligatory where it stands without dashes.</summary>
internal sealed class MyNric() : NumberRule("nnnnnn-nn-nnnn", "nnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "my-nric",
        "Malaysian identity card number (MyKad)",
        "MY",
        "birth date and place; a word near it is obligatory where it stands without dashes",
        "National Registration Department, identity card numbers",
        words: ["nric", "mykad", "kad pengenalan", "ic number", "no kp"],
        trues: ["nric 860510050908", "mykad: 641110-03-9372", "nric=430616086198;", "\"nric\": \"860925-03-4635\"", "the no kp of the customer is 620117-05-5116."],
        falses: ["nric 741309052723", "nric 6103070700577", "nric x710411072149", "reference 400316106644 was sent", "nric 860510050908-123"]);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.85);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsYearMonthDay(value) && Weighted.Two(value, 6) is (>= 1 and <= 16) or (>= 21 and <= 68) or (>= 71 and <= 93) or 98 or 99;
}
