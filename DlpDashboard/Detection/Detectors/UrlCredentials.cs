using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Addresses that carry user and password, <c>https://user:secret@host</c> (RFC 3986, section 3.2.1): the web, files, mail and repositories. Databases are <c>connection-string</c>.</summary>
internal sealed class UrlCredentials : DetectorRule
{
    private const int LongestAuthority = 320, LongestScheme = 10;

    private static readonly byte[][] Schemes =
    [
        .. new[] { "http", "https", "ftp", "ftps", "sftp", "ssh", "git", "svn", "ws", "wss", "smtp", "smtps", "imap", "imaps", "pop3", "rtsp", "socks5", "mqtt", "mqtts", "git+https", "git+ssh", "telnet", "vnc", "rsync" }
            .Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    public override Detector Describe() => new()
    {
        Id = "url-credentials",
        Name = "Address with user and password",
        Category = "secret",
        Region = "world",
        Validation = "scheme, user, password and host; placeholders refused",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["url", "remote", "proxy", "http proxy", "https proxy", "clone", "repository", "webhook", "endpoint", "basic auth"],
        Claim = Claim.Container,
        Mask = MaskStyle.Nothing,
        Source = "RFC 3986, section 3.2.1",
        TrueSamples =
        [
            "https://deploy:" + "k7Qz9wLm2x@git.bluewater.io/app.git", "ftp://backup:" + "Xy7!pq9Z@10.1.2.3/dump", "proxy=http://svc:" + "9fQ2zzT1@proxy.corp:3128", "<a href=\"https://ana:" + "r0ses4Rain@shop.io/a\">",
            "git+https://ci:" + "tok3nVal77@code.host/x", "sftp://root:" + "hunter2!X@host:22",
        ],
        FalseSamples =
        [
            "https://github.com/a/b", "https://user@host.io/x", "https://user:password@example.com/", "http://host:8080/@scope/pkg", "https://user:${TOKEN}@host/x", "https://x.io/?a=b:c@d", "javascript://a:b@c", "https://user:pass@host", "http://ab12:@host.io/",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["[A-Za-z0-9]|://[^ /][^/]"];

    public override bool Verify(ref Candidate candidate)
    {
        var colon = candidate.Anchor;
        var from = colon + 3;
        int at = from, secret = -1;
        for (; at - from < LongestAuthority && IsAuthority(candidate.At(at)); at++)
        {
            secret = secret < 0 && candidate.At(at) == (byte)':' ? at + 1 : secret;
        }

        candidate.Work += at - from;
        if (secret <= from + 1 || candidate.At(at) != (byte)'@' || at - secret < 3 || !Ascii.IsLetterOrDigit(candidate.At(at + 1)))
        {
            return false;
        }

        var start = StartOfScheme(candidate.Text, colon);
        var value = candidate.Slice(secret, at);
        if (start < 0 || Placeholder.Is(value) || IsWord(value) || Placeholder.Is(candidate.Slice(from, secret - 1)))
        {
            return false;
        }

        var end = EndOfHost(candidate, at + 1);
        var isTest = Ascii.StartsWithAnyCase(candidate.Slice(at + 1, end), "example."u8) || Ascii.StartsWithAnyCase(candidate.Slice(at + 1, end), "localhost"u8);
        return candidate.Accept(start, end, isTest ? 0.3 : 0.9, isTest ? 0.38 : 0.95, isTest ? ReasonFlags.Structure | ReasonFlags.TestValue : ReasonFlags.Structure);
    }

    private static bool IsAuthority(byte sign) => sign is > (byte)' ' and < 0x7F and not ((byte)'@' or (byte)'/' or (byte)'"' or (byte)'<' or (byte)'>' or (byte)'\'' or (byte)'?' or (byte)'#' or (byte)'`' or (byte)'\\');

    private static int EndOfHost(in Candidate candidate, int at)
    {
        var from = at;
        while (at - from < LongestAuthority && (Ascii.IsLetterOrDigit(candidate.At(at)) || candidate.At(at) is (byte)'-' or (byte)'.' or (byte)':'))
        {
            at++;
        }

        while (candidate.At(at - 1) is (byte)'.' or (byte)':' or (byte)'-')
        {
            at--;
        }

        return at;
    }

    private static int StartOfScheme(ReadOnlySpan<byte> text, int colon)
    {
        var before = text[Math.Max(0, colon - LongestScheme)..colon];
        foreach (var scheme in Schemes)
        {
            var start = before.Length - scheme.Length;
            if (start >= 0 && Ascii.StartsWithAnyCase(before[start..], scheme) && (start == 0 || !(Ascii.IsLetterOrDigit(before[start - 1]) || before[start - 1] == (byte)'+')))
            {
                return colon - scheme.Length;
            }
        }

        return -1;
    }

    /// <summary>The words that manuals write there.</summary>
    private static bool IsWord(ReadOnlySpan<byte> secret) =>
        secret.Length <= 8 && (Ascii.StartsWithAnyCase(secret, "pass"u8) || Ascii.StartsWithAnyCase(secret, "pwd"u8) || Ascii.StartsWithAnyCase(secret, "secret"u8) || Ascii.StartsWithAnyCase(secret, "token"u8)
            || Ascii.StartsWithAnyCase(secret, "foo"u8) || Ascii.StartsWithAnyCase(secret, "bar"u8));
}
