using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>E-mail addresses, RFC 5321 lengths, dot-atom mailbox, host name with a top-level domain; found at the @.</summary>
internal sealed class Email : DetectorRule
{
    private const int LongestMailbox = 64, LongestDomain = 253;

    public override Detector Describe() => new()
    {
        Id = "email",
        Name = "E-mail address",
        Category = "contact",
        Region = "world",
        Validation = "mailbox and host name by RFC 5321, top-level domain",
        LikelihoodWithoutContext = Likelihood.Likely,
        DefaultSeverity = Severity.Medium,
        ContextWords = ["email", "e-mail", "mail", "email address", "contact", "mailto", "to", "from", "cc", "bcc", "correo", "courriel", "recipient", "sender"],
        Claim = Claim.Form,
        Mask = MaskStyle.Email,
        TrueSamples = ["mail ana.lopez@bluewater.io", "<o'neill+tag@mail.gov.uk>", "user@xn--80ak6aa92e.com", "x@y.co", "mailto:first_last@sub.domain.org."],
        FalseSamples = ["hello-world here", "a@b", "@handle here", "user@-bad.com", "image@2x.png", "a..@b.c", "git@1.2.3.4x"],
    };

    public override IReadOnlyList<string> Fingerprints => [@"[\w+'\-%!#$&*/=?^`{}~]|@[A-Za-z0-9][A-Za-z0-9.\-]"];

    public override bool Verify(ref Candidate candidate)
    {
        var at = candidate.Anchor;
        var start = at;
        while (at - start <= LongestMailbox && IsMailbox(candidate.At(start - 1)))
        {
            start--;
        }

        // What quotes and paths leave in front is no part of the mailbox.
        while (start < at && !Ascii.IsLetterOrDigit(candidate.At(start)) && candidate.At(start) != (byte)'_')
        {
            start++;
        }

        var end = at > start ? EndOfDomain(candidate, at + 1) : -1;
        candidate.Work += at - start + Math.Max(0, end - at);
        if (end < 0 || at - start > LongestMailbox || candidate.Slice(start, at).IndexOf(".."u8) >= 0)
        {
            return false;
        }

        var isDocumentation = IsDocumentation(candidate.Slice(at + 1, end));
        return candidate.Accept(start, end, isDocumentation ? 0.5 : 0.75, isDocumentation ? 0.6 : 0.95,
            isDocumentation ? ReasonFlags.Structure | ReasonFlags.TestValue : ReasonFlags.Structure);
    }

    private static bool IsMailbox(byte value) => Ascii.IsLetterOrDigit(value) || value is (byte)'.' or (byte)'_' or (byte)'-' or (byte)'+' or (byte)'\'' or (byte)'%' or (byte)'&' or (byte)'=' or (byte)'~' or (byte)'/' or (byte)'!' or (byte)'#';

    private static int EndOfDomain(in Candidate candidate, int from)
    {
        int end = -1, label = from;
        for (var at = from; at - from <= LongestDomain; at++)
        {
            var value = candidate.At(at);
            if (Ascii.IsLetterOrDigit(value) || value == (byte)'-')
            {
                continue;
            }

            if (at == label || at - label > 63 || candidate.At(label) == (byte)'-' || candidate.At(at - 1) == (byte)'-' || value == (byte)'@')
            {
                break;
            }

            end = label > from && TopLevelDomains.Has(candidate.Slice(label, at)) ? at : end;
            if (value != (byte)'.' || !Ascii.IsLetterOrDigit(candidate.At(at + 1)))
            {
                return end == at && value != (byte)'_' ? end : -1;
            }

            label = at + 1;
        }

        return -1;
    }

    private static bool IsDocumentation(ReadOnlySpan<byte> domain) =>
        Ascii.StartsWithAnyCase(domain, "example."u8) || domain.EndsWith(".example"u8) || domain.EndsWith(".test"u8) || domain.EndsWith(".invalid"u8);
}
