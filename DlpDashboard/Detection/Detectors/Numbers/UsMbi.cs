using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US Medicare beneficiary identifier (MBI): letters and digits in their places.</summary>
internal sealed class UsMbi() : NumberRule("nacnacnaann", "nacn-acn-aann")
{
    public override Detector Describe() => National(
        "us-mbi",
        "US Medicare beneficiary identifier (MBI)",
        "US",
        "letters and digits in their places",
        "Centers for Medicare & Medicaid Services, Understanding the MBI format",
        words: ["mbi", "medicare", "medicare number", "beneficiary"],
        trues: ["mbi 6PJ3D36KK43", "medicare: 7AR2NT6VX27", "mbi=1C09A08QK25;", "\"mbi\": \"1Q48EK0TG89\"", "the beneficiary of the customer is 2D45XT6MY82."],
        falses: ["mbi 3SW0NM7HT52", "mbi 7TA0GC5NQ637", "mbi x4A32PV6AJ07", "mbi 4WA1DK7MJ", "mbi 6PJ3D36KK43-123"],
        category: "health");

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.6, 0.95);

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && !DocumentNumber.HasAny(value, "SLOIBZ"u8);
}
