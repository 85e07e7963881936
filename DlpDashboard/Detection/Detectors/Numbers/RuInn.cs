using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Russian taxpayer number of persons (INN): two check digits modulo 11.</summary>
internal sealed class RuInn() : NumberRule("nnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ru-inn",
        "Russian taxpayer number of persons (INN)",
        "RU",
        "two check digits modulo 11",
        "Federal Tax Service, order MMV-7-6/435",
        words: ["inn", "инн", "ИНН", "taxpayer"],
        trues: ["inn 038093124641", "инн: 156985256582", "inn=214911697307;", "\"inn\": \"706927976931\"", "the taxpayer of the customer is 278270211617."],
        falses: ["inn 558242188708", "inn 3809159049247", "inn x525638623604", "inn 1825528165", "inn 038093124641-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.5, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == Weighted.Digit(value, 10) && Weighted.Sum(value, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10 == Weighted.Digit(value, 11);
}
