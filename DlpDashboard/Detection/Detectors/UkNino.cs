using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>UK national insurance numbers: two letters that are given out, six digits, a letter A to D. No check digit, but a form few other things have.</summary>
internal sealed class UkNino : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "uk-nino",
        Name = "UK national insurance number",
        Category = "identity",
        Region = "GB",
        Validation = "prefixes given out, suffix A to D",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.High,
        ContextWords = ["nino", "national insurance", "national insurance number", "ni number", "ni no", "insurance number", "insurance no"],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["AA 12 34 56 B", "tw987654a", "National Insurance Number YZ 61 48 68 B", "nino: CE123458C", "JG-10-37-59-A"],
        FalseSamples = ["AA 12 34 56 H", "AB 12 34 56 1", "BG123612A", "QQ123456C", "AB123456CD", "DA123456A", "AA000000A x"],
    };

    public override IReadOnlyList<string> Fingerprints =>
        [@"(?i)\W|[a-ceghj-prstw-z][a-ceghj-nprstw-z]\d{6}[a-d]\W", @"(?i)\W|[a-ceghj-prstw-z][a-ceghj-nprstw-z][ -]\d\d[ -]\d\d[ -]\d\d[ -][a-d]\W"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        byte first = Ascii.ToUpper(candidate.At(start)), second = Ascii.ToUpper(candidate.At(start + 1));
        if (IsNotGivenOut(first, second))
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[6];
        var isGrouped = !Ascii.IsDigit(candidate.At(start + 2));
        var end = isGrouped ? NumberReader.Groups(candidate, start + 3, [2, 2, 2], " -"u8, digits, out _) + 2
            : NumberReader.Run(candidate, start + 2, digits) == 6 ? start + 9 : -1;
        if (end < start || NumberReader.IsMonotonous(digits) && digits[0] == digits[1])
        {
            return false;
        }

        return candidate.StandsAlone(start, end) && candidate.Accept(start, end, isGrouped ? 0.55 : 0.45, 0.9, ReasonFlags.Structure);
    }

    private static bool IsNotGivenOut(byte first, byte second) => (first, second) switch
    {
        ((byte)'B', (byte)'G') or ((byte)'G', (byte)'B') or ((byte)'K', (byte)'N') or ((byte)'N', (byte)'K')
            or ((byte)'N', (byte)'T') or ((byte)'T', (byte)'N') or ((byte)'Z', (byte)'Z') => true,
        _ => false,
    };
}
