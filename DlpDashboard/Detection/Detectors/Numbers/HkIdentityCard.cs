using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Hong Kong identity card number: check character modulo 11.</summary>
internal sealed class HkIdentityCard() : NumberRule("annnnnn(c)", "annnnnnc")
{
    public override Detector Describe() => National(
        "hk-identity-card",
        "Hong Kong identity card number",
        "HK",
        "check character modulo 11",
        "Immigration Department, identity card numbers",
        words: ["hkid", "identity card", "id card", "hong kong id", "身份證"],
        trues: ["hkid C0262399", "identity card: D615936(3)", "hkid=E1725703;", "\"hkid\": \"Y373764(9)\"", "the 身份證 of the customer is G024102(3)."],
        falses: ["hkid E2982824", "hkid P028813A7", "hkid xP2247856", "hkid R05167", "hkid C0262399-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.5, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[7] is (byte)'A' or (>= (byte)'0' and <= (byte)'9') && (324 + ((value[0] - 55) * 8) + Weighted.Sum(value[1..], [7, 6, 5, 4, 3, 2]) + (value[7] == (byte)'A' ? 10 : value[7] - '0')) % 11 == 0;
}
