using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Dutch citizen service number (BSN): eleven test.</summary>
internal sealed class NlBsn() : NumberRule("nnnnnnnnn", "nnnn.nn.nnn")
{
    public override Detector Describe() => National(
        "nl-bsn",
        "Dutch citizen service number (BSN)",
        "NL",
        "eleven test",
        "Rijksdienst voor Identiteitsgegevens, BSN",
        words: ["bsn", "burgerservicenummer", "sofi", "sofinummer", "burger service nummer"],
        trues: ["bsn 614122144", "burgerservicenummer: 700481369", "bsn=476364851;", "\"bsn\": \"253565959\"", "the burger service nummer of the customer is 275341367."],
        falses: ["bsn 977287672", "bsn 3054702807", "bsn x749750959", "bsn 3740321", "bsn 614122144-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        (Weighted.Sum(value, [9, 8, 7, 6, 5, 4, 3, 2]) - Weighted.Digit(value, 8)) % 11 == 0;
}
