using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>AWS access key ids: a kind of four letters (AKIA long-lived, ASIA temporary, ABIA bearer, ACCA context) and sixteen characters of base 32 that hold the account.</summary>
internal sealed class AwsAccessKey : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "aws-access-key",
        Name = "AWS access key id",
        Category = "secret",
        Region = "world",
        Validation = "prefix, length and alphabet; published examples refused",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["aws", "aws access key id", "access key", "access key id", "amazon", "s3", "iam", "key id"],
        Claim = Claim.Token,
        Mask = MaskStyle.TokenPrefix,
        TrueSamples = ["AKIA" + "Z7QJ4XN2KD6WPTR5", "aws_access_key_id = ASIA" + "Q3EGVBH5YTK7ML2X", "(ABIA" + "2KD6WPTR5Z7QJ4XN)", "key=AKIA" + "5YTK7ML2XQ3EGVBH;", "\"ACCA" + "GVBH5YTK7ML2XQ3E\""],
        FalseSamples = ["AKIA" + "IOSFODNN7EXAMPLE", "AKIA" + "Z7QJ4XN2KD6WPT", "XAKIA" + "Z7QJ4XN2KD6WPTR5", "AKIA" + "Z7QJ4XN2KD6WPTR5A", "AKIA" + "z7qj4xn2kd6wptr5", "AKIA" + "AAAAAAAAAAAAAAAA"],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|A[KSBC][IC]A[A-Z2-7]{13}"];

    public override bool Verify(ref Candidate candidate)
    {
        int start = candidate.Anchor, end = start + 20;
        for (var at = start + 4; at < end; at++)
        {
            if (!Ascii.IsUpper(candidate.At(at)) && candidate.At(at) is < (byte)'2' or > (byte)'7')
            {
                return false;
            }
        }

        var kind = candidate.Slice(start, start + 4);
        if (Ascii.IsWord(candidate.At(end)) || !(kind.SequenceEqual("AKIA"u8) || kind.SequenceEqual("ASIA"u8) || kind.SequenceEqual("ABIA"u8) || kind.SequenceEqual("ACCA"u8)))
        {
            return false;
        }

        var random = candidate.Slice(start + 4, end);
        return random.IndexOf("EXAMPLE"u8) < 0 && Randomness.Entropy(random) >= 2.5
            && candidate.Accept(start, end, 0.9, 0.97, ReasonFlags.Structure | ReasonFlags.Issuer);
    }
}
