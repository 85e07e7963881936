using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Greek social security number (AMKA): birth date, Luhn.</summary>
internal sealed class GrAmka() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "gr-amka",
        "Greek social security number (AMKA)",
        "GR",
        "birth date, Luhn",
        "IDIKA, AMKA",
        words: ["amka", "αμκα", "ΑΜΚΑ", "social security"],
        trues: ["amka 08079988005", "αμκα: 20029637772", "amka=07056539997;", "\"amka\": \"03065979381\"", "the social security of the customer is 22034493712."],
        falses: ["amka 07045708357", "amka 210742099627", "amka x02114465889", "amka 230670324", "amka 08079988005-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.42, 0.42, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsDayMonthYear(value) && Weighted.IsLuhn(value);
}
