using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indian goods and services tax number (GSTIN): state, PAN, check character modulo 36.</summary>
internal sealed class InGstin() : NumberRule("nnaaaaannnnacac")
{
    public override Detector Describe() => National(
        "in-gstin",
        "Indian goods and services tax number (GSTIN)",
        "IN",
        "state, PAN, check character modulo 36",
        "Goods and Services Tax Network, GSTIN format",
        words: ["gst", "gstin", "gst number", "gst no"],
        trues: ["gst 07FLCPK1746E1ZA", "gstin: 07MNEPC4472C1Z4", "gst=33DHJPC0615E1Z1;", "\"gst\": \"07DHDPC7713C1ZT\"", "the gst no of the customer is 07JHNPD4494A1Z8."],
        falses: ["gst 27HCLPD3978E1Y0", "gst 27CDMPB0383B1ZY7", "gst x07GNHPB9470E1ZW", "gst 27BCBPB6315C1", "gst 07FLCPK1746E1ZA-123"],
        category: "financial");

    protected override (double Run, double Grouped, double Supported) Scores => (0.9, 0.9, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is (>= 1 and <= 38) or 97 or 99 && IsChecked(value);

    // The letter before the check character is Z in all numbers given out so far.
    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => Weighted.Two(value, 0) is >= 1 and <= 37 && value[13] == (byte)'Z';

    protected override (double Alone, double Supported) Formed => (0.3, 0.7);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            var weighed = DocumentNumber.ValueOf(value[i]) * (i % 2 == 0 ? 1 : 2);
            sum += (weighed / 36) + (weighed % 36);
        }

        return (36 - (sum % 36)) % 36 == DocumentNumber.ValueOf(value[14]);
    }
}
