using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Google Cloud service account files: the JSON object with <c>"type": "service_account"</c>, a private key and a client's address. The value is the whole object;
/// the private key, the address and all else inside it are part of it and not reported again.
/// </summary>
internal sealed class GcpServiceAccount : DetectorRule
{
    private const int Behind = 3 * 1024, Longest = 8 * 1024;

    public override Detector Describe() => new()
    {
        Id = "gcp-service-account",
        Name = "Google Cloud service account key",
        Category = "secret",
        Region = "world",
        Validation = "JSON object with type, private key and client address",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["gcp", "google", "google cloud", "service account", "credentials", "google application credentials"],
        Claim = Claim.CredentialFile,
        Mask = MaskStyle.Nothing,
        TrueSamples =
        [
            Sample("\"", "\n"), Sample("\"", " "), "creds = '" + Sample("\"", "") + "'", Sample("\\\"", ""), "{\"a\":1}\n" + Sample("\"", "\n  ") + "\n{\"b\":2}",
        ],
        FalseSamples =
        [
            "{\"type\": \"service_account\"}", "{\"type\": \"service_account\", \"private_key\": \"\"}", "the service_account type", "{\"type\":\"authorized_user\",\"private_key\":\"-----BEGIN\"}",
            "{\"type\":\"service_account\",\"client_email\":\"a@b.iam.gserviceaccount.com\"}",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["\"|service_account[\\\\\"]"];

    public override int Ahead => Longest + ContextAfter;

    public override bool Verify(ref Candidate candidate)
    {
        var anchor = candidate.Anchor;
        if (anchor < candidate.ReadTo)
        {
            return false;
        }

        var from = Math.Max(0, anchor - Behind);
        var before = candidate.Slice(from, anchor);
        var start = from + before.LastIndexOf((byte)'{');
        var close = candidate.Slice(anchor, Math.Min(candidate.Text.Length, anchor + Longest)).IndexOf((byte)'}');
        candidate.Work += before.Length / 16;
        if (start < from || close < 0)
        {
            return false;
        }

        var end = anchor + close + 1;
        candidate.ReadTo = end;
        candidate.Work += close / 16;
        var whole = candidate.Slice(start, end);
        return whole.IndexOf("private_key"u8) >= 0 && whole.IndexOf("-----BEGIN"u8) >= 0 && whole.IndexOf("client_email"u8) >= 0
            && candidate.Accept(start, end, 0.98, 0.99, ReasonFlags.Structure | ReasonFlags.Issuer);
    }

    private static string Sample(string quote, string space)
    {
        var body = string.Concat(Enumerable.Range(0, 256).Select(i => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[((i * 29) + (i * i)) % 64]));
        string[] members =
        [
            "type:service_account", "project_id:shop-1", "private_key_id:0f1e2d3c4b5a", "private_key:-----BEGIN " + "PRIVATE KEY-----\\n" + body + "\\n-----END PRIVATE KEY-----\\n",
            "client_email:reader@shop-1.iam.gserviceaccount.com",
        ];
        var written = members.Select(member => quote + member.Replace(":", quote + ":" + quote, StringComparison.Ordinal) + quote);
        return "{" + space + string.Join("," + space, written) + space + "}";
    }
}
