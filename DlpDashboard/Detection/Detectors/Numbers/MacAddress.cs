using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>MAC address: six bytes in hexadecimal; broadcast and null refused.</summary>
internal sealed class MacAddress() : NumberRule("cc:cc:cc:cc:cc:cc", "cc-cc-cc-cc-cc-cc")
{
    private const int Written = 17;

    public override Detector Describe() => National(
        "mac-address",
        "MAC address",
        "world",
        "six bytes in hexadecimal; broadcast and null refused",
        "IEEE 802, extended unique identifiers",
        words: ["mac", "mac address", "ethernet", "hardware address", "hwaddr", "physical address", "bssid", "link ether", "hw address", "interface"],
        trues: ["mac A4:C1:23:B1:61:2D", "mac address: D2:72:D1:37:1C:17", "mac=14:9D:43:95:36:B3;", "\"mac\": \"21:6F:DA:EE:B9:75\"", "the interface of the customer is 72:9F:AE:92:3D:5A."],
        falses: ["mac GG:11:22:33:44:55", "mac 00:1A:2B:3C:4D", "mac FF:FF:FF:FF:FF:FF", "mac 00:00:00:00:00:00", "mac 00:1A:2B:3C:4D:5E:6F", "00:1A-2B:3C-4D:5E"],
        category: "network",
        severity: Severity.Low);

    // Fingerprints of keys and certificates go on in the same way.
    public override bool Verify(ref Candidate candidate) => !GoesOn(candidate, candidate.Anchor - 1, -1) && !GoesOn(candidate, candidate.Anchor + Written, 1) && base.Verify(ref candidate);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.55, 0.9);

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Randomness.IsHex(value);

    private static bool GoesOn(in Candidate candidate, int at, int step) => candidate.At(at) is (byte)':' or (byte)'-' && Ascii.IsHex(candidate.At(at + step));
}
