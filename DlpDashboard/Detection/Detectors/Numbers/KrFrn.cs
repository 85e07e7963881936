using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Korean foreigner registration number: birth date, kind, check digit of numbers before October 2020.</summary>
internal sealed class KrFrn() : NumberRule("nnnnnn-nnnnnnn", "nnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "kr-frn",
        "Korean foreigner registration number",
        "KR",
        "birth date, kind, check digit of numbers before October 2020",
        "Immigration Act of Korea, alien registration",
        words: ["frn", "foreigner registration", "alien registration", "arc", "외국인등록번호"],
        trues: ["frn 910322-5268656", "foreigner registration: 860412-6150580", "frn=890823-5658940;", "\"frn\": \"920204-5114404\"", "the 외국인등록번호 of the customer is 710525-5646289."],
        falses: ["frn 911324-5678901", "frn 911124-1678901", "frn 911124-567890", "frn x911124-5678901", "frn 911124-5678901-12"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.8, 0.95);

    protected override (double Alone, double Supported) Formed => (0.15, 0.6);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsHolder(value) && (13 - (Weighted.Sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 == Weighted.Digit(value, 12);

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => IsHolder(value);

    private static bool IsHolder(ReadOnlySpan<byte> value) => Weighted.IsYearMonthDay(value) && value[6] is >= (byte)'5' and <= (byte)'8';
}
