using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Russian pension insurance number (SNILS): two digits modulo 101.</summary>
internal sealed class RuSnils() : NumberRule("nnn-nnn-nnn nn", "nnnnnnnnnnn", "nnn-nnn-nnn-nn")
{
    public override Detector Describe() => National(
        "ru-snils",
        "Russian pension insurance number (SNILS)",
        "RU",
        "two digits modulo 101",
        "Pension Fund of Russia, SNILS check number",
        words: ["snils", "снилс", "СНИЛС", "pension"],
        trues: ["snils 95592117039", "снилс: 185-694-819 38", "snils=52124060825;", "\"snils\": \"494-575-258 43\"", "the pension of the customer is 406-350-434 42."],
        falses: ["snils 25112161611", "snils 591469459437", "snils x92821691425", "snils 665678534", "snils 95592117039-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.45, 0.9, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Number(value[..9]) > 1_001_998 && Weighted.Sum(value, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101 % 100 == Weighted.Two(value, 9);
}
