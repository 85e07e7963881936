using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US employer identification number (EIN): prefixes given out.</summary>
internal sealed class UsEin() : NumberRule("nn-nnnnnnn")
{
    public override Detector Describe() => National(
        "us-ein",
        "US employer identification number (EIN)",
        "US",
        "prefixes given out",
        "Internal Revenue Service, EIN prefixes by campus",
        words: ["ein", "fein", "employer identification", "employer id", "federal tax id"],
        trues: ["ein 10-7951617", "fein: 20-4124340", "ein=45-6574507;", "\"ein\": \"81-8269982\"", "the federal tax id of the customer is 45-8873715."],
        falses: ["ein 00-6439400", "ein 45-32979917", "ein x27-7944047", "reference 10-0480309 was sent", "ein 510-7951617"]);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.8);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is not (0 or 7 or 8 or 9 or 17 or 18 or 19 or 28 or 29 or 49 or 69 or 70 or 78 or 79 or 89 or 96 or 97);
}
