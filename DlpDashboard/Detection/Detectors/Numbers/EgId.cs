using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Egyptian national number: century, birth date and governorate; a word near it is obligatory.</summary>
internal sealed class EgId() : NumberRule("nnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "eg-id",
        "Egyptian national number",
        "EG",
        "century, birth date and governorate; a word near it is obligatory",
        "Civil Status Organisation, national number",
        words: ["national id", "national number", "raqam qawmi", "الرقم القومي", "id number"],
        trues: ["national id 29402070176307", "national number: 26005172105226", "national id=24106132130204;", "\"national_id\": \"25809211224619\"", "the id number of the customer is 25204150110103."],
        falses: ["national id 24613270311242", "national id 244090901064897", "national id x24904010162760", "reference 28902040120555 was sent", "national id 29402070176307-123"]);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.85);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is (byte)'2' or (byte)'3' && Weighted.IsYearMonthDay(value, 1) && Weighted.Two(value, 7) is (>= 1 and <= 35) or 88;
}
