using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Estonian personal code: birth date, check digit in two steps.</summary>
internal sealed class EePersonalCode() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ee-personal-code",
        "Estonian personal code",
        "EE",
        "birth date, check digit in two steps",
        "EVS 585:2007",
        words: ["isikukood", "personal code"],
        trues: ["isikukood 45409234092", "personal code: 39706067572", "isikukood=64110282322;", "\"isikukood\": \"65910151259\"", "the personal code of the customer is 58712204960."],
        falses: ["isikukood 68403135247", "isikukood 672031842547", "isikukood x48602139386", "isikukood 459012788", "isikukood 45409234092-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.45, 0.45, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        BalticCode.IsValid(value);
}
