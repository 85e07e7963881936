using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Indian Aadhaar numbers: twelve digits, the first 2 to 9, the last by Verhoeff.</summary>
internal sealed class InAadhaar : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "in-aadhaar",
        Name = "Indian Aadhaar number",
        Category = "identity",
        Region = "IN",
        Validation = "first digit, Verhoeff check digit",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.High,
        ContextWords = ["aadhaar", "aadhar", "adhaar", "aadhaar number", "uidai", "uid", "unique identification"],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["aadhaar 399876543211", "3123-4567-8909", "3123:4567:8909", "My Aadhaar number is 400123456787", "UIDAI 3123 4567 8909"],
        FalseSamples = ["aadhaar 123456789012", "1234 5678 9012", "3123-4567-8908", "3123 4567 8909 1234", "0399876543211", "222222222222"],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|[2-9]\d{3}[ :\-]\d{4}[ :\-]\d{4}\W", @"\W|[2-9]\d{11}\W"];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> digits = stackalloc byte[12];
        var start = candidate.Anchor;
        var end = NumberReader.Groups(candidate, start, [4, 4, 4], " -:"u8, digits, out var separator);
        var isGrouped = end > 0;
        if (!isGrouped)
        {
            separator = 0;
            end = NumberReader.Run(candidate, start, digits) == 12 ? start + 12 : -1;
        }

        if (end < 0 || !Verhoeff.IsValid(digits) || NumberReader.IsMonotonous(digits) || !candidate.StandsAlone(start, end, separator))
        {
            return false;
        }

        if (isGrouped && (NumberReader.IsCounting(digits) || (separator == (byte)' ' && NumberReader.IsInRow(candidate, start, end))))
        {
            return candidate.Accept(start, end, 0.2, 0.6, ReasonFlags.Checksum);
        }

        // A number of twelve digits in one run passes one time in ten.
        return candidate.Accept(start, end, isGrouped ? 0.55 : 0.35, 0.95, ReasonFlags.Checksum);
    }
}
