using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Lithuanian personal code: birth date, check digit in two steps.</summary>
internal sealed class LtPersonalCode() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "lt-personal-code",
        "Lithuanian personal code",
        "LT",
        "birth date, check digit in two steps",
        "Lietuvos gyventoju registro istatymas",
        words: ["asmens kodas", "asmens"],
        trues: ["asmens kodas 54607183576", "asmens: 49001076744", "asmens kodas=66102096367;", "\"asmens_kodas\": \"36211065013\"", "the asmens of the customer is 66007131708."],
        falses: ["asmens kodas 64810025751", "asmens kodas 659051005177", "asmens kodas x54908213841", "asmens kodas 682111654", "asmens kodas 54607183576-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.44, 0.44, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        BalticCode.IsValid(value);
}
