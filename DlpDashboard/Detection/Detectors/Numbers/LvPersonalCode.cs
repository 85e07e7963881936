using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Latvian personal code: birth date, check digit modulo 11.</summary>
internal sealed class LvPersonalCode() : NumberRule("nnnnnn-nnnnn")
{
    public override Detector Describe() => National(
        "lv-personal-code",
        "Latvian personal code",
        "LV",
        "birth date, check digit modulo 11",
        "Ministru kabineta noteikumi, personas kods",
        words: ["personas kods", "personal code"],
        trues: ["personas kods 110787-16662", "personal code: 130884-17996", "personas kods=070445-24547;", "\"personas_kods\": \"020468-17797\"", "the personal code of the customer is 200453-29596."],
        falses: ["personas kods 070998-28142", "personas kods 231178-161617", "personas kods x031050-28243", "personas kods 281289-126", "personas kods 5110787-16662"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.75, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsDayMonthYear(value) && (((1 - Weighted.Sum(value, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) + 11) % 11 == Weighted.Digit(value, 10);
}
