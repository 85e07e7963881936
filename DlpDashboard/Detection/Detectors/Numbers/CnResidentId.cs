using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Chinese resident identity card number: region, birth date, check character.</summary>
internal sealed class CnResidentId() : NumberRule("nnnnnnnnnnnnnnnnnc")
{
    public override Detector Describe() => National(
        "cn-resident-id",
        "Chinese resident identity card number",
        "CN",
        "region, birth date, check character",
        "GB 11643-1999",
        words: ["identity card", "resident id", "id card", "shenfenzheng", "身份证", "身份證"],
        trues: ["identity card 31011519941224046X", "resident id: 110101198006062354", "identity card=110101195504059541;", "\"identity_card\": \"110101196902113229\"", "the 身份證 of the customer is 440306195404095827."],
        falses: ["identity card 310115197309288133", "identity card 1101011968110335497", "identity card x310115197311024515", "identity card 5101041985072002", "identity card 31011519941224046X-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.85, 0.85, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is >= 11 and <= 82 && Weighted.Two(value, 6) is 18 or 19 or 20 && Weighted.IsYearMonthDay(value, 8) && value[17] == "10X98765432"u8[Weighted.Sum(value, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11];
}
