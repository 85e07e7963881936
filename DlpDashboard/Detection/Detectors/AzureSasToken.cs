using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Shared access signatures of Azure: a query with <c>sig=</c>, 32 bytes in base 64, percent-encoded or not, among the parameters that say what it opens. The value is the query.</summary>
internal sealed class AzureSasToken : DetectorRule
{
    private const int LongestQuery = 1024, SignatureCharacters = 43;

    public override Detector Describe() => new()
    {
        Id = "azure-sas-token",
        Name = "Azure shared access signature",
        Category = "secret",
        Region = "world",
        Validation = "parameters, length of the signature, entropy",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["sas", "sas token", "shared access signature", "sharedaccesssignature", "blob", "azure", "storage", "servicebus"],
        Claim = Claim.Container,
        Mask = MaskStyle.Nothing,
        Source = "Azure Storage documentation, \"Create a service SAS\"",
        TrueSamples =
        [
            "https://a.blob.core.windows.net/c/b?sv=2022-11-02&se=2030-01-01&sr=c&sp=rl&sig=" + Sample(1) + "%3D", "?sv=2019-12-12&ss=b&srt=sco&sp=r&se=2031-01-01T00:00:00Z&sig=" + Sample(2) + "=", "sv=2020-08-04&sp=r&sig=" + Sample(3) + "%3D&se=2031-01-01",
            "SharedAccessSignature sr=x.servicebus.windows.net&sig=" + Sample(4) + "%3d&se=1893456000&skn=Root", "\"url\":\"https://a.queue.core.windows.net/q?sp=raup&sv=2021-06-08&sig=" + Sample(5) + "%3D\"",
        ],
        FalseSamples =
        [
            "sig=" + Sample(1) + "%3D", "?sv=2022-11-02&sig=" + Sample(1)[..40] + "%3D", "?sv=2022-11-02&sig=" + new string('a', 43) + "%3D", "?sv=2022-11-02&sig=", "&sig=${SIG}&sv=2022-11-02", "?a=b&config=" + Sample(2) + "%3D&sv=2022-11-02",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["[?&;]|sig=[A-Za-z0-9+/%]{12}"];

    public override int Ahead => LongestQuery + ContextAfter + 64;

    public override bool Verify(ref Candidate candidate)
    {
        var from = candidate.Anchor + 4;
        if (candidate.Anchor < candidate.ReadTo)
        {
            return false;
        }

        var signature = ReadSignature(candidate, from);
        candidate.Work += Math.Max(0, signature - from);
        if (signature < 0 || Randomness.Entropy(candidate.Slice(from, signature)) < 4)
        {
            return false;
        }

        int start = candidate.Anchor, end = signature;
        while (start > candidate.ReadTo && candidate.Anchor - start < LongestQuery && IsQuery(candidate.At(start - 1)))
        {
            start--;
        }

        while (end - candidate.Anchor < LongestQuery && IsQuery(candidate.At(end)))
        {
            end++;
        }

        candidate.Work += end - start;
        candidate.ReadTo = end;
        var query = candidate.Slice(start, end);
        return (query.IndexOf("sv=20"u8) >= 0 || query.IndexOf("sr="u8) >= 0) && candidate.Accept(start, end, 0.9, 0.97, ReasonFlags.Structure | ReasonFlags.Entropy);
    }

    /// <summary>43 characters, an encoded one counting once, and the sign that fills up.</summary>
    private static int ReadSignature(in Candidate candidate, int at)
    {
        for (var count = 0; count < SignatureCharacters; count++)
        {
            var sign = candidate.At(at);
            if (sign == (byte)'%' && Ascii.IsHex(candidate.At(at + 1)) && Ascii.IsHex(candidate.At(at + 2)))
            {
                at += 3;
            }
            else if (Ascii.IsBase64(sign))
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return candidate.At(at) == (byte)'=' ? at + 1 : candidate.At(at) == (byte)'%' && candidate.At(at + 1) == (byte)'3' ? at + 3 : -1;
    }

    private static bool IsQuery(byte sign) => Ascii.IsLetterOrDigit(sign) || sign is (byte)'&' or (byte)'=' or (byte)'%' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)':' or (byte)'+' or (byte)';';

    private static string Sample(int seed)
    {
        var bytes = new byte[32];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((i * 149) + (seed * 71) + (i * i * 11));
        }

        return Convert.ToBase64String(bytes)[..43].Replace("+", "%2B", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
    }
}
