using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Romanian personal number (CNP): birth date, county, check digit.</summary>
internal sealed class RoCnp() : NumberRule("nnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ro-cnp",
        "Romanian personal number (CNP)",
        "RO",
        "birth date, county, check digit",
        "Legea 105/1996, article 5",
        words: ["cnp", "cod numeric personal", "cod numeric"],
        trues: ["cnp 2870506257873", "cod numeric personal: 2421017332027", "cnp=1631206384359;", "\"cnp\": \"1470817438329\"", "the cod numeric of the customer is 1420304210301."],
        falses: ["cnp 1620808357298", "cnp 29407281614677", "cnp x1520619322688", "cnp 19108241499", "cnp 2870506257873-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.65, 0.65, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && Weighted.IsYearMonthDay(value, 1) && Weighted.Two(value, 7) is >= 1 and <= 52 && Weighted.Sum(value, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11 is var rest && (rest == 10 ? 1 : rest) == Weighted.Digit(value, 12);
}
