using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Singapore entity number (UEN): kind, weights, letter.</summary>
internal sealed class SgUen() : NumberRule("nnnnnnnna", "nnnnnnnnna", "annaannnnc")
{
    public override Detector Describe() => National(
        "sg-uen",
        "Singapore entity number (UEN)",
        "SG",
        "kind, weights, letter",
        "Accounting and Corporate Regulatory Authority, Unique Entity Number",
        words: ["uen", "entity number", "acra", "business registration", "gst registration"],
        trues: ["uen 14248611J", "entity number: 99364390J", "uen=57453783W;", "\"uen\": \"200064003E\"", "the gst registration of the customer is 202161436Z."],
        falses: ["uen 53125226A", "uen 5312522D", "uen 531252266D", "uen x53125226D", "uen 53125226D-123"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.35, 0.9);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value.Length == 9 ? "XMKECAWLJDB"u8[Weighted.Sum(value, [10, 4, 9, 3, 8, 2, 7, 1]) % 11] == value[8]
        : Ascii.IsDigit(value[0]) ? value[0] is (byte)'1' or (byte)'2' && "ZKCMDNERGWH"u8[Weighted.Sum(value, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11] == value[9] : IsOther(value);

    private static ReadOnlySpan<byte> Alphabet => "ABCDEFGHJKLMNPQRSTUVWX0123456789"u8;

    private static ReadOnlySpan<byte> Weights => [4, 3, 5, 3, 10, 2, 2, 5, 7];

    // Kinds of entities that came later: a letter, the year, two letters, four digits.
    private static bool IsOther(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Alphabet.IndexOf(value[i]) * Weights[i];
        }

        return value[0] is (byte)'R' or (byte)'S' or (byte)'T' && sum > 5 && Alphabet[(sum - 5) % 11] == value[9];
    }
}
