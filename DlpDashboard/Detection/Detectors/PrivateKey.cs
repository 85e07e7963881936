using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Private keys in their armour: PEM (RFC 7468: PKCS#1, PKCS#8, SEC 1), OpenSSH and OpenPGP (RFC 9580), also inside JSON or source where a line
/// ends in <c>\n</c>. A key cut off before its END counts, with a lower score.
/// </summary>
internal sealed class PrivateKey : DetectorRule
{
    private const int Longest = 16 * 1024;

    public override Detector Describe() => new()
    {
        Id = "private-key",
        Name = "Private key",
        Category = "secret",
        Region = "world",
        Validation = "armour, base 64 body of sufficient length",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["private key", "key", "pem", "ssh", "rsa", "certificate", "tls key"],
        Claim = Claim.Key,
        Mask = MaskStyle.TokenPrefix,
        TrueSamples =
        [
            Sample("RSA PRIVATE KEY", "\n", 6), Sample("OPENSSH PRIVATE KEY", "\n", 4), Sample("PRIVATE KEY", "\\n", 3), Sample("EC PRIVATE KEY", "\r\n", 3),
            Sample("PGP PRIVATE KEY BLOCK", "\n", 8), "key: \"" + Sample("ENCRYPTED PRIVATE KEY", "\\n", 5) + "\"",
        ],
        FalseSamples =
        [
            Sample("CERTIFICATE", "\n", 6), Sample("PUBLIC KEY", "\n", 4), "-----BEGIN " + "PRIVATE KEY-----\nyour key goes here\n-----END PRIVATE KEY-----",
            "-----BEGIN " + "RSA PRIVATE KEY-----", "-----BEGIN " + "PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["[^-]|-----BEGIN [A-Z]{2}"];

    public override int Ahead => Longest + ContextAfter;

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var label = start + "-----BEGIN ".Length;
        var body = label;
        while (body - label < 32 && (Ascii.IsUpper(candidate.At(body)) || candidate.At(body) == (byte)' '))
        {
            body++;
        }

        var name = candidate.Slice(label, body);
        if (name.IndexOf("PRIVATE KEY"u8) < 0 || !candidate.Slice(body, Math.Min(body + 5, candidate.Text.Length)).SequenceEqual("-----"u8))
        {
            return false;
        }

        var end = ReadBody(ref candidate, body + 5, start + Longest - 64, out var longestRun, out var isEncrypted);
        if (longestRun < 40 || Randomness.Entropy(candidate.Slice(end - longestRun, end)) < 0.5)
        {
            return false;
        }

        isEncrypted |= name.IndexOf("ENCRYPTED"u8) >= 0;
        var flags = ReasonFlags.Structure | (isEncrypted ? ReasonFlags.Encrypted : ReasonFlags.None);
        var closing = EndOfArmour(candidate, end, name);
        return closing > 0 ? candidate.Accept(start, closing, isEncrypted ? 0.9 : 0.98, isEncrypted ? 0.92 : 0.99, flags)
            : candidate.Accept(start, end, 0.6, 0.7, flags);
    }

    /// <summary>Reads base 64, blanks, escaped line ends and header lines up to the next dashes.</summary>
    private static int ReadBody(ref Candidate candidate, int from, int limit, out int longestRun, out bool isEncrypted)
    {
        (longestRun, isEncrypted) = (0, false);
        int at = from, run = 0, lastText = from;
        for (; at < limit; at++)
        {
            var value = candidate.At(at);
            if (Ascii.IsBase64(value) || value == (byte)'=')
            {
                longestRun = Math.Max(longestRun, ++run);
                lastText = at + 1;
                continue;
            }

            run = 0;
            if (value == (byte)'\\' && candidate.At(at + 1) is (byte)'n' or (byte)'r' or (byte)'t' or (byte)'\\')
            {
                at++;
                continue;
            }

            isEncrypted |= value == (byte)':' && candidate.Text[at..].StartsWith(": 4,ENCRYPTED"u8);
            if (value is not ((byte)'\n' or (byte)'\r' or (byte)' ' or (byte)'\t' or (byte)':' or (byte)',' or (byte)'(' or (byte)')')
                && !(value == (byte)'-' && candidate.At(at + 1) != (byte)'-') && !(value == (byte)'.' && candidate.At(at + 1) != (byte)'.'))
            {
                break;
            }
        }

        candidate.Work += at - from;
        return lastText;
    }

    private static int EndOfArmour(in Candidate candidate, int from, ReadOnlySpan<byte> name)
    {
        var rest = candidate.Text[from..Math.Min(candidate.Text.Length, from + 64)];
        var dashes = rest.IndexOf("-----END "u8);
        var end = dashes + 9 + name.Length;
        return dashes >= 0 && rest.Length >= end + 5 && rest[(dashes + 9)..end].SequenceEqual(name) && rest[end..(end + 5)].SequenceEqual("-----"u8)
            ? from + end + 5
            : -1;
    }

    private static string Sample(string label, string lineEnd, int lines) =>
        $"-----BEGIN {label}-----{lineEnd}" + string.Concat(Enumerable.Range(0, lines).Select(line => Line(line) + lineEnd)) + $"-----END {label}-----";

    private static string Line(int seed) => string.Concat(Enumerable.Range(0, 64).Select(i => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[((i * 29) + (seed * 17) + (i * i)) % 64]));
}
