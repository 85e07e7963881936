using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>IPv4 and IPv6 addresses (RFC 4291), with a prefix length if one stands behind; found at the first dot or colon. Private and reserved ranges weigh less.</summary>
internal sealed class IpAddress : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "ip-address",
        Name = "IP address",
        Category = "network",
        Region = "world",
        Validation = "octet and group ranges; private and reserved ranges weigh less",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.Low,
        ContextWords = ["ip", "ip address", "ipv4", "ipv6", "host", "client", "client ip", "remote addr", "server", "server ip", "address", "addr", "subnet", "gateway", "src", "dst", "peer", "connecting"],
        Claim = Claim.Form,
        Mask = MaskStyle.FirstPart,
        TrueSamples = ["host 81.2.69.160", "2400:c401::5054:ff:fe1b:b031", "Connect to [2001:db8::1]:8080", "::ffff:10.0.0.1", "Subnet: 192.168.1.0/24", "192.168.2.1@eth0"],
        FalseSamples = ["Version 1.2.3", "256.256.256.256", "Time 12:34:56", "aa:bb:cc:dd:ee:ff", "std::vector", "2001::db8::1", "text192.168.1.1", "::ffff:192.168.1", "gggg:hhhh::1234"],
    };

    public override IReadOnlyList<string> Fingerprints =>
    [
        @"\d|[.]\d[.]\d[\d.][\d.]", @"\d|[.]\d\d[.]\d[\d.][\d.]", @"\d|[.]\d\d\d[.]\d[\d.][\d.]",
        "[^g-zG-Z_:]|::[^g-zG-Z_:]",

        // Without :: there are eight groups, so text goes on long enough to be no time of day.
        "[0-9A-Fa-f]|:[0-9A-Fa-f]:[0-9A-Fa-f:]{8}", "[0-9A-Fa-f]|:[0-9A-Fa-f]{2}:[0-9A-Fa-f:]{8}", "[0-9A-Fa-f]|:[0-9A-Fa-f]{3}:[0-9A-Fa-f:]{8}", "[0-9A-Fa-f]|:[0-9A-Fa-f]{4}:[0-9A-Fa-f:]{8}",
    ];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate) => candidate.At(candidate.Anchor) == (byte)'.' ? VerifyFour(ref candidate) : VerifySix(ref candidate);

    private static bool VerifyFour(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        while (Ascii.IsDigit(candidate.At(start - 1)) && candidate.Anchor - start < 4)
        {
            start--;
        }

        var before = candidate.At(start - 1);
        if (Ascii.IsWord(before) || (before is (byte)'.' or (byte)':' or (byte)'-' && Ascii.IsWord(candidate.At(start - 2))))
        {
            return false;
        }

        var end = AddressReader.Four(candidate.Text, start, out var address);
        candidate.Work += 16;
        if (end < 0 || Ascii.IsWord(candidate.At(end)))
        {
            return false;
        }

        if (candidate.At(end) == (byte)'.' && Ascii.IsDigit(candidate.At(end + 1)))
        {
            // Five parts and more: an object identifier or a version.
            return candidate.Accept(start, end, 0.15, 0.3, ReasonFlags.None);
        }

        end = AddressReader.Prefix(candidate.Text, end, 32);
        if (IsVersion(candidate.Text, start, end) || IsAmongDecimals(candidate, start, end))
        {
            return candidate.Accept(start, end, 0.2, 0.45, ReasonFlags.None);
        }

        return AddressReader.IsReserved(address)
            ? candidate.Accept(start, end, 0.4, 0.5, ReasonFlags.Structure | ReasonFlags.PrivateRange)
            : candidate.Accept(start, end, 0.55, 0.9, ReasonFlags.Structure);
    }

    /// <summary>Whether decimal numbers stand on both sides, as in the path of a drawing, where a number's leading zero is left out.</summary>
    private static bool IsAmongDecimals(in Candidate candidate, int start, int end)
    {
        const int Far = 8;
        if (candidate.At(start - 1) is not ((byte)' ' or (byte)'-' or (byte)',') || candidate.At(end) is not ((byte)' ' or (byte)'-' or (byte)',') || !Ascii.IsDigit(candidate.At(start - 2)))
        {
            return false;
        }

        var (before, after) = (start - 2, end + 1);
        while (start - before < Far && Ascii.IsDigit(candidate.At(before)))
        {
            before--;
        }

        while (after - end < Far && Ascii.IsDigit(candidate.At(after)))
        {
            after++;
        }

        return candidate.At(before) == (byte)'.' && candidate.At(after) == (byte)'.' && Ascii.IsDigit(candidate.At(after + 1));
    }

    /// <summary>Versions of four parts and numbers of sections look the same: the word before, or a slash that leads to another one, tells.</summary>
    private static bool IsVersion(ReadOnlySpan<byte> text, int start, int end)
    {
        var before = text[Math.Max(0, start - 24)..start];
        var line = before.LastIndexOf((byte)'\n');
        before = before[(line + 1)..];
        return before.IndexOf("ersion"u8) >= 0 || before.IndexOf("elease"u8) >= 0 || before.IndexOf("pgrade"u8) >= 0 || before.IndexOf("pdate"u8) >= 0 || before.IndexOf("ection"u8) >= 0 || before.IndexOf("lause "u8) >= 0 || before.EndsWith("See "u8) || before.EndsWith("see "u8) || before.IndexOf("dentifier("u8) >= 0 || before.IndexOf("§"u8) >= 0 || before.EndsWith(" v "u8) || before.EndsWith(",v "u8)
            || (end < text.Length && text[end] == (byte)'/' && end + 1 < text.Length && Ascii.IsDigit(text[end + 1])) || (before.EndsWith("/"u8) && !before.EndsWith("//"u8));
    }

    private static bool VerifySix(ref Candidate candidate)
    {
        // Each anchor within one run of groups leads to the same beginning: the run is read once.
        if (candidate.Anchor < candidate.ReadTo)
        {
            return false;
        }

        int start = candidate.Anchor, runEnd = candidate.Anchor + 1;
        while (IsGroup(candidate.At(start - 1)) && candidate.Anchor - start < 40)
        {
            start--;
        }

        while (IsGroup(candidate.At(runEnd)) && runEnd - candidate.Anchor < 64)
        {
            runEnd++;
        }

        candidate.ReadTo = runEnd;
        candidate.Work += runEnd - start;
        var before = candidate.At(start - 1);
        if (Ascii.IsWord(before) || before is (byte)':' or (byte)'.')
        {
            return false;
        }

        var end = AddressReader.Six(candidate.Text, start, out var hasDigit, out var groups);
        if (end < 0 || Ascii.IsWord(candidate.At(end)) || (candidate.At(end) == (byte)':' && candidate.At(end + 1) is (byte)':' or >= (byte)'0' and <= (byte)'9'))
        {
            return false;
        }

        end = AddressReader.Prefix(candidate.Text, end, 128);
        if (groups == 0 || !hasDigit)
        {
            return candidate.Accept(start, end, 0.1, 0.3, ReasonFlags.PrivateRange);
        }

        return groups == 1 ? candidate.Accept(start, end, 0.4, 0.5, ReasonFlags.Structure | ReasonFlags.PrivateRange)
            : candidate.Accept(start, end, 0.65, 0.9, ReasonFlags.Structure);
    }

    private static bool IsGroup(byte value) => Ascii.IsHex(value) || value == (byte)':';
}
