using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Taiwanese national identification number: area letter, sex, check digit.</summary>
internal sealed class TwNationalId() : NumberRule("annnnnnnnn")
{
    public override Detector Describe() => National(
        "tw-national-id",
        "Taiwanese national identification number",
        "TW",
        "area letter, sex, check digit",
        "Household Registration Act, enforcement rules",
        words: ["national id", "identification card", "身分證", "id number"],
        trues: ["national id C253248637", "identification card: H100121413", "national id=A155738407;", "\"national_id\": \"C162978977\"", "the id number of the customer is B150553816."],
        falses: ["national id F284574568", "national id H2413021217", "national id xC228636861", "national id C1150452", "national id C253248637-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.55, 0.55, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[1] is (byte)'1' or (byte)'2' or (byte)'8' or (byte)'9' && IsChecked(value);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var area = "ABCDEFGHJKLMNPQRSTUVXYWZIO"u8.IndexOf(value[0]) + 10;
        return ((area / 10) + (area % 10 * 9) + Weighted.Sum(value[1..], [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 == 0;
    }
}
