using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Finnish personal identity code: birth date, check character modulo 31.</summary>
internal sealed class FiHetu() : NumberRule("nnnnnn-nnnc", "nnnnnn+nnnc", "nnnnnnannnc")
{
    public override Detector Describe() => National(
        "fi-hetu",
        "Finnish personal identity code",
        "FI",
        "birth date, check character modulo 31",
        "Digital and Population Data Services Agency, personal identity code",
        words: ["hetu", "henkilötunnus", "henkilotunnus", "personbeteckning"],
        trues: ["hetu 231184-619B", "henkilötunnus: 130883-145X", "hetu=200362-351M;", "\"hetu\": \"120667-681U\"", "the personbeteckning of the customer is 030369-539J."],
        falses: ["hetu 150495-245B", "hetu 171072-38847", "hetu x280343-568W", "hetu 030948-33", "hetu 231184-619B-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.85, 0.9, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsDayMonthYear(value) && IsChecked(value[..6], value[^4..]);

    private static bool IsChecked(ReadOnlySpan<byte> date, ReadOnlySpan<byte> end) =>
        end[..3].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && "0123456789ABCDEFHJKLMNPRSTUVWXY"u8[(int)(((Weighted.Number(date) * 1000) + Weighted.Number(end[..3])) % 31)] == end[3];
}
