using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Icelandic kennitala: birth date, check digit modulo 11, century.</summary>
internal sealed class IsKennitala() : NumberRule("nnnnnn-nnnn", "nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "is-kennitala",
        "Icelandic kennitala",
        "IS",
        "birth date, check digit modulo 11, century",
        "Registers Iceland, kennitala",
        words: ["kennitala", "kt"],
        trues: ["kennitala 0805762429", "kt: 080898-6149", "kennitala=0302988539;", "\"kennitala\": \"160841-8939\"", "the kt of the customer is 280575-6589."],
        falses: ["kennitala 0204635639", "kennitala 24125021097", "kennitala x2707695439", "kennitala 20017088", "kennitala 0805762429-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.7, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[9] is (byte)'8' or (byte)'9' or (byte)'0' && Weighted.IsDayMonthYear(value) && Weighted.Sum(value, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
