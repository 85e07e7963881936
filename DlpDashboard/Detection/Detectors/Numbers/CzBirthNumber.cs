using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Czech and Slovak birth number: birth date, divisible by eleven.</summary>
internal sealed class CzBirthNumber() : NumberRule("nnnnnn/nnnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "cz-birth-number",
        "Czech and Slovak birth number",
        "CZ",
        "birth date, divisible by eleven",
        "Zakon 133/2000 Sb., section 13",
        words: ["rodné číslo", "rodne cislo", "rc", "birth number"],
        trues: ["rodné číslo 6610145421", "rodne cislo: 770227/2611", "rodné číslo=9604020327;", "\"rodné_číslo\": \"940818/4940\"", "the birth number of the customer is 931215/9659."],
        falses: ["rodné číslo 6212043179", "rodné číslo 76050664587", "rodné číslo x5205239754", "rodné číslo 95031262", "rodné číslo 6610145421-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.85, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 2) % 50 % 20 is >= 1 and <= 12 && Weighted.Two(value, 4) is >= 1 and <= 31 && (Weighted.Number(value) % 11 == 0 || (Weighted.Number(value[..9]) % 11 == 10 && value[9] == (byte)'0'));

    // A month counts twenty more only since 2004 and only where the numbers of a day have run out.
    protected override double Share(ReadOnlySpan<byte> value) => Weighted.Two(value, 2) % 50 > 20 && value.Length == 10 ? 0.5 : 1;
}
