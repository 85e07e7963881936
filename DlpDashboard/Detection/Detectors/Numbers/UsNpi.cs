using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US national provider identifier (NPI): Luhn over 80840 and the number.</summary>
internal sealed class UsNpi() : NumberRule("nnnnnnnnnn", "nnnn_nnn_nnn")
{
    public override Detector Describe() => National(
        "us-npi",
        "US national provider identifier (NPI)",
        "US",
        "Luhn over 80840 and the number",
        "Centers for Medicare & Medicaid Services, NPI check digit calculation",
        words: ["npi", "national provider", "provider id", "provider number", "prescriber"],
        trues: ["npi 1003633280", "national provider: 1444281814", "npi=2453878334;", "\"npi\": \"2619309232\"", "the prescriber of the customer is 2354396501."],
        falses: ["npi 1283685944", "npi 21853854427", "npi x1918670476", "npi 26115218", "npi 1003633280-123"],
        category: "health");

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is (byte)'1' or (byte)'2' && IsChecked(value);

    // The prefix 80840 adds 24 to the sum of Luhn's check.
    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        Span<byte> whole = stackalloc byte[15];
        "80840"u8.CopyTo(whole);
        value.CopyTo(whole[5..]);
        return Weighted.IsLuhn(whole);
    }
}
