using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Addresses of objects that a signature opens to whoever has them: Amazon S3 and Google Cloud Storage, presigned. The value is the query.</summary>
internal sealed class SignedUrl : DetectorRule
{
    private const int LongestQuery = 2048, LongestSignature = 1024;

    public override Detector Describe() => new()
    {
        Id = "signed-url",
        Name = "Signed address of stored data",
        Category = "secret",
        Region = "world",
        Validation = "names of the parameters, length and randomness of the signature",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["presigned", "signed url", "download", "share link", "amazonaws", "googleapis", "bucket"],
        Claim = Claim.Container,
        Mask = MaskStyle.Nothing,
        Source = "AWS Signature Version 4; Google Cloud Storage, V4 signing process",
        TrueSamples =
        [
            "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=60&X-Amz-Signature=" + Hex(64), "X-Amz-Date=20240101T000000Z&X-Amz-Signature=" + Hex(64) + "&X-Amz-SignedHeaders=host",
            "https://storage.googleapis.com/b/o?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Signature=" + Hex(512), "\"url\":\"https://s3.host/a?x-amz-signature=" + Hex(64) + "\"", "<a href='https://b.s3.amazonaws.com/k?X-Amz-Expires=60&amp;X-Amz-Signature=" + Hex(64) + "'>",
        ],
        FalseSamples =
        [
            "X-Amz-Signature=" + Hex(63), "X-Amz-Signature=", "X-Amz-Signature=" + new string('0', 64), "signature=" + Hex(64), "X-Goog-Signature=" + Hex(40), "X-Amz-Signature=${signature}",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["(?i).|x-amz-signature=", "(?i).|x-goog-signature="];

    public override int Ahead => LongestSignature + ContextAfter + 64;

    public override bool Verify(ref Candidate candidate)
    {
        var from = candidate.Anchor;
        while (candidate.At(from) != (byte)'=')
        {
            from++;
        }

        var end = ++from;
        while (end - from <= LongestSignature && Ascii.IsHex(candidate.At(end)))
        {
            end++;
        }

        candidate.Work += end - candidate.Anchor;
        if (end - from is < 64 or > LongestSignature || Ascii.IsWord(candidate.At(end)) || Randomness.Entropy(candidate.Slice(from, end)) < 3)
        {
            return false;
        }

        var start = candidate.Anchor;
        while (start > candidate.ReadTo && candidate.Anchor - start < LongestQuery && IsQuery(candidate.At(start - 1)))
        {
            start--;
        }

        candidate.Work += candidate.Anchor - start;
        candidate.ReadTo = end;
        return candidate.Accept(start, end, 0.9, 0.95, ReasonFlags.Structure | ReasonFlags.Entropy);
    }

    private static bool IsQuery(byte sign) => Ascii.IsLetterOrDigit(sign) || sign is (byte)'&' or (byte)'=' or (byte)'%' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~' or (byte)'+' or (byte)';' or (byte)'/';

    private static string Hex(int length) => string.Concat(Enumerable.Range(0, length).Select(i => "0123456789abcdef"[(((i * 7) + (i * i * 3) + (i / 16)) ^ (i / 5)) & 15]));
}
