using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Danish CPR number: birth date; the check digit of numbers before 2007 speaks for it.</summary>
internal sealed class DkCpr() : NumberRule("nnnnnn-nnnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "dk-cpr",
        "Danish CPR number",
        "DK",
        "birth date; the check digit of numbers before 2007 speaks for it",
        "CPR-kontoret, Personnummeret i CPR",
        words: ["cpr", "cpr-nr", "cpr nummer", "personnummer", "cprnr"],
        trues: ["cpr 2505960044", "cpr-nr: 130881-0808", "cpr=0512500102;", "\"cpr\": \"070463-1154\"", "the cprnr of the customer is 081240-1564."],
        falses: ["cpr 1907531675", "cpr 08079808827", "cpr x1903650997", "cpr 19107917", "cpr 2505960044-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsDayMonthYear(value) && Weighted.Sum(value, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
