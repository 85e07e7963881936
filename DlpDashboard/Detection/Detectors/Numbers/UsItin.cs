using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US individual taxpayer number (ITIN): first digit 9, groups given out.</summary>
internal sealed class UsItin() : NumberRule("nnn-nn-nnnn", "nnn nn nnnn", "nnnnnnnnn")
{
    public override Detector Describe() => National(
        "us-itin",
        "US individual taxpayer number (ITIN)",
        "US",
        "first digit 9, groups given out",
        "Internal Revenue Service, Publication 1915",
        words: ["itin", "taxpayer", "individual taxpayer", "tax id", "taxpayer identification"],
        trues: ["itin 982885915", "taxpayer: 910652552", "itin=929906559;", "\"itin\": \"913921715\"", "the taxpayer identification of the customer is 921703505."],
        falses: ["itin 986493392", "itin 9249056697", "itin x976888039", "itin 937997-677", "itin 982885915-123"]);

    protected override (double Alone, double Supported) Formed => (0.18, 0.85);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) =>
        value[0] == (byte)'9' && Weighted.Two(value, 3) is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);
}
