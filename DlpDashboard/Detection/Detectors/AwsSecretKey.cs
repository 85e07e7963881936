using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>AWS secret access keys: forty characters of base 64 drawn at random. So is much else: a word, a key or an access key id must stand near.</summary>
internal sealed class AwsSecretKey : DetectorRule
{
    private const int Length = 40, Near = 160;

    public override Detector Describe() => new()
    {
        Id = "aws-secret-key",
        Name = "AWS secret access key",
        Category = "secret",
        Region = "world",
        Validation = "length, alphabet, entropy; a word or an access key id near it",
        LikelihoodWithoutContext = Likelihood.VeryUnlikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["aws", "aws secret access key", "aws secret key", "secret access key", "secret key", "aws secret", "secret", "amazon"],
        Claim = Claim.Token,
        Mask = MaskStyle.Nothing,
        TrueSamples =
        [
            "aws_secret_access_key = h7Qx" + "/2kZpR9vLmT4bYcW8nJd+6sFgA1uEoKiHyXq", "AWS_SECRET_KEY=\"Tz9" + "mB4wQkE7rXcV2nLpJ6yHdS8gFuA3oKi1eZxYt\"",
            "SecretAccessKey: h7Qx" + "/2kZpR9vLmT4bYcW8nJd+6sFgA1uEoKiHyXq", "AKIA" + "Z7QJ4XN2KD6WPTR5 h7Qx" + "/2kZpR9vLmT4bYcW8nJd+6sFgA1uEoKiHyXq",
            "{\"secretKey\":\"Tz9" + "mB4wQkE7rXcV2nLpJ6yHdS8gFuA3oKi1eZxYt\"}",
        ],
        FalseSamples =
        [
            "h7Qx" + "/2kZpR9vLmT4bYcW8nJd+6sFgA1uEoKiHyXq", "aws commit 3f786850e387550fdab836ed7e6dc881de23001b", "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "aws_secret_access_key = h7Qx" + "/2kZpR9vLmT4bYcW8nJd+6sFgA1uEoKiHyXqZZ", "aws secret aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectDELETE.html",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => ["[^A-Za-z0-9+/]|[A-Za-z0-9+/]{17}"];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var end = Base64Run.End(candidate.Text, start, Length + 1);
        candidate.Work += end - start;
        if (end - start != Length || candidate.At(end) is (byte)'=' or (byte)'-' or (byte)'_' || IsPath(candidate, start, end))
        {
            return false;
        }

        var value = candidate.Slice(start, end);
        if (Randomness.Classes(value) < 3 || Randomness.IsHex(value) || Randomness.Entropy(value) < 4.2 || Placeholder.Is(value))
        {
            return false;
        }

        var around = candidate.Slice(Math.Max(0, start - Near), Math.Min(candidate.Text.Length, end + Near));
        if (around.IndexOf("AKIA"u8) >= 0 || around.IndexOf("ASIA"u8) >= 0)
        {
            return candidate.Accept(start, end, 0.8, 0.95, ReasonFlags.Entropy | ReasonFlags.Structure);
        }

        return candidate.AcceptSupported(start, end, 0.9, ReasonFlags.Entropy);
    }

    // Part of a link: behind the dot of a host or before the dot of a file's name.
    private static bool IsPath(in Candidate candidate, int start, int end) =>
        candidate.At(start - 1) == (byte)'.' || (candidate.At(end) == (byte)'.' && Ascii.IsLetter(candidate.At(end + 1)));
}
