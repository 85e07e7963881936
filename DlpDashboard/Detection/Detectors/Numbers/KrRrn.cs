using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Korean resident registration number: birth date, check digit of numbers before October 2020.</summary>
internal sealed class KrRrn() : NumberRule("nnnnnn-nnnnnnn", "nnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "kr-rrn",
        "Korean resident registration number",
        "KR",
        "birth date, check digit of numbers before October 2020",
        "Resident Registration Act, enforcement rule",
        words: ["rrn", "resident registration", "jumin", "주민등록번호"],
        trues: ["rrn 4911202538829", "resident registration: 530601-1558341", "rrn=8907132258670;", "\"rrn\": \"980709-2741891\"", "the 주민등록번호 of the customer is 580427-2211523."],
        falses: ["rrn 9313171726031", "rrn 56092327987777", "rrn x5205141691130", "rrn 87042015551", "rrn 4911202538829-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.85, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsYearMonthDay(value) && value[6] is >= (byte)'1' and <= (byte)'4' && (11 - (Weighted.Sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 == Weighted.Digit(value, 12);

    // Numbers given out since October 2020 end at random.
    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Weighted.IsYearMonthDay(value) && value[6] is >= (byte)'1' and <= (byte)'4';

    protected override (double Alone, double Supported) Formed => (0.15, 0.6);
}
