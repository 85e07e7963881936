using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>US social security numbers: area, group, serial, never all zero; no check digit, so only a word or key near makes it more than unlikely.</summary>
internal sealed class UsSsn : DetectorRule
{
    private static readonly byte[][] Groupings = [[3, 2, 4], [3, 6], [5, 4]];

    public override Detector Describe() => new()
    {
        Id = "us-ssn",
        Name = "US social security number",
        Category = "identity",
        Region = "US",
        Validation = "area, group and serial ranges; published samples refused",
        LikelihoodWithoutContext = Likelihood.Unlikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["ssn", "ssns", "social", "social security", "social security number", "social sec", "soc sec", "ss no", "ssid", "ss number", "tax id", "taxpayer"],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["ssn\n1,536-22-8726,5", "SSN 536-22-1947", "social security number: 219-09-9998", "536 22 1947", "ssn=536221947", "his SSN is 401-33-8712."],
        FalseSamples = ["SSN 000-22-1947", "SSN 666-22-1947", "SSN 936-22-1947", "SSN 536-00-1947", "SSN 536-22-0000", "SSN 078-05-1120", "1536-22-19471", "12-536-22-1947", "ssn 111111111"],
    };

    public override IReadOnlyList<string> Fingerprints =>
        [@"\W|[0-8]\d{2}[ -]\d{2}[ -]\d{4}\W", @"\W|[0-8]\d{8}\W", @"\W|[0-8]\d\d[\d -]\d[\d -]\d{4}\W"];

    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> digits = stackalloc byte[9];
        var start = candidate.Anchor;
        if (NumberReader.Run(candidate, start, digits) == 9)
        {
            return IsIssued(digits) && candidate.StandsAlone(start, start + 9)
                && candidate.AcceptSupported(start, start + 9, 0.75, ReasonFlags.Structure);
        }

        foreach (var sizes in Groupings)
        {
            var end = NumberReader.Groups(candidate, start, sizes, "- "u8, digits, out var separator);
            if (end > 0 && IsIssued(digits) && candidate.StandsAlone(start, end, separator))
            {
                return sizes.Length == 3
                    ? candidate.Accept(start, end, 0.35, 0.9, ReasonFlags.Structure)
                    : candidate.Accept(start, end, 0.1, 0.6, ReasonFlags.None);
            }
        }

        return false;
    }

    private static bool IsIssued(ReadOnlySpan<byte> digits)
    {
        var area = (digits[0] * 100) + (digits[1] * 10) + digits[2];
        var group = (digits[3] * 10) + digits[4];
        var serial = (digits[5] * 1000) + (digits[6] * 100) + (digits[7] * 10) + digits[8];
        var isPublished = (area == 78 && group == 5 && serial == 1120) || (area == 457 && group == 55 && serial == 5462);
        return area is > 0 and < 900 and not 666 && group > 0 && serial > 0 && !isPublished && !NumberReader.IsMonotonous(digits);
    }
}
