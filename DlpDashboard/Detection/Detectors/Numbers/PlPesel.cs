using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Polish PESEL: birth date, check digit.</summary>
internal sealed class PlPesel() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "pl-pesel",
        "Polish PESEL",
        "PL",
        "birth date, check digit",
        "Ustawa o ewidencji ludnosci, article 15",
        words: ["pesel", "nr pesel", "numer pesel"],
        trues: ["pesel 91080950493", "nr pesel: 77090850682", "pesel=40032709500;", "\"pesel\": \"48021253975\"", "the numer pesel of the customer is 92052020929."],
        falses: ["pesel 90040853055", "pesel 621112895897", "pesel x41111144436", "pesel 970624190", "pesel 09491234567", "pesel 91080950493-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.45, 0.45, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsMonth(Weighted.Two(value, 2)) && Weighted.Two(value, 4) is >= 1 and <= 31 && (Weighted.Sum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) + Weighted.Digit(value, 10)) % 10 == 0;

    // The month tells the century: 1 to 12 of the twentieth, 21 to 32 of this one; those of centuries to come and of the nineteenth are nobody's.
    private static bool IsMonth(int month) => month is (>= 1 and <= 12) or (>= 21 and <= 32);
}
