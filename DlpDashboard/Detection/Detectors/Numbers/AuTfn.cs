using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Australian tax file number: weights modulo 11.</summary>
internal sealed class AuTfn() : NumberRule("nnn nnn nnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "au-tfn",
        "Australian tax file number",
        "AU",
        "weights modulo 11",
        "Australian Taxation Office, TFN algorithm",
        words: ["tfn", "tax file", "tax file number"],
        trues: ["tfn 882661797", "tax file: 279 890 449", "tfn=398535531;", "\"tfn\": \"744 037 906\"", "the tax file number of the customer is 546 854 435."],
        falses: ["tfn 334042896", "tfn 2379501837", "tfn x430514429", "tfn 5689635", "tfn 882661797-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 == 0;
}
