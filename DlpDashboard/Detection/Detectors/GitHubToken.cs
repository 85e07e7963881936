using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// GitHub tokens: <c>ghp_ gho_ ghu_ ghs_ ghr_</c> with thirty random characters and six that check them (CRC-32 in base 62), and fine-grained ones
/// (<c>github_pat_</c>, 22 and 59 characters). One whose check is wrong is never more than unlikely.
/// </summary>
internal sealed class GitHubToken : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "github-token",
        Name = "GitHub token",
        Category = "secret",
        Region = "world",
        Validation = "prefix, length, CRC-32 in base 62",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["github", "github token", "gh token", "token", "pat", "authorization", "personal access token"],
        Claim = Claim.Token,
        Mask = MaskStyle.TokenPrefix,
        TrueSamples = [Sample("ghp", 1), "token: " + Sample("gho", 2), "GITHUB_TOKEN=" + Sample("ghs", 3), "\"" + Sample("ghu", 4) + "\"", Sample("ghr", 5) + ",", "github" + "_pat_" + Random(22, 6) + "_" + Random(59, 7)],
        FalseSamples = [Sample("ghp", 1)[..39], "x" + Sample("ghp", 1), Sample("ghp", 1) + "A", Sample("ghq", 1), "ghp" + "_" + new string('a', 36), "github" + "_pat_" + Random(22, 6) + "_" + Random(58, 7)],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|gh[pousr]_[A-Za-z0-9]{12}", @"\W|github_pat_[A-Za-z0-9]{6}"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        if (candidate.At(start + 2) == (byte)'t')
        {
            return VerifyFineGrained(ref candidate, start);
        }

        var end = EndOfRun(candidate, start + 4, 37);
        if (end - start != 40 || Ascii.IsWord(candidate.At(end)) || Randomness.Entropy(candidate.Slice(start + 4, end)) < 3)
        {
            return false;
        }

        return Crc32Base62.IsValid(candidate.Slice(start + 4, end)) ? candidate.Accept(start, end, 0.98, 0.99, ReasonFlags.Checksum | ReasonFlags.Issuer)
            : candidate.Accept(start, end, 0.3, 0.35, ReasonFlags.Issuer);
    }

    private static bool VerifyFineGrained(ref Candidate candidate, int start)
    {
        var middle = EndOfRun(candidate, start + 11, 23);
        if (middle - start != 33 || candidate.At(middle) != (byte)'_')
        {
            return false;
        }

        var end = EndOfRun(candidate, middle + 1, 60);
        return end - middle == 60 && !Ascii.IsWord(candidate.At(end)) && Randomness.Entropy(candidate.Slice(middle + 1, end)) >= 3
            && candidate.Accept(start, end, 0.95, 0.98, ReasonFlags.Structure | ReasonFlags.Issuer);
    }

    private static int EndOfRun(in Candidate candidate, int start, int most)
    {
        var at = start;
        while (at - start < most && Ascii.IsLetterOrDigit(candidate.At(at)))
        {
            at++;
        }

        return at;
    }

    private static string Sample(string kind, int seed)
    {
        var random = System.Text.Encoding.ASCII.GetBytes(Random(30, seed));
        var check = new byte[6];
        Crc32Base62.Write(random, check);
        return kind + "_" + System.Text.Encoding.ASCII.GetString([.. random, .. check]);
    }

    private static string Random(int length, int seed) =>
        string.Concat(Enumerable.Range(0, length).Select(i => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"[((i * 37) + (seed * 23) + (i * i * 5)) % 62]));
}
