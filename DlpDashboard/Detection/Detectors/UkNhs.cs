using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>NHS numbers: ten digits, the last by weights 10 to 2 modulo 11 (a remainder that would need ten is never issued).</summary>
internal sealed class UkNhs : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "uk-nhs",
        Name = "UK NHS number",
        Category = "health",
        Region = "GB",
        Validation = "check digit modulo 11",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.High,
        ContextWords = ["nhs", "nhs number", "nhs no", "national health service", "national health", "patient", "patient id", "health service", "chi number"],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["221 395 1837", "NHS number 943 476 5919", "nhs 0032698674", "943-476-5919", "patient 9434765919"],
        FalseSamples = ["221 395 1838", "NHS 943 476 5910", "94347659191", "0000000000", "943 476 59190", "9434-765-919"],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|\d{3}[ -]\d{3}[ -]\d{4}\W", @"\W|\d{10}\W"];

    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> digits = stackalloc byte[10];
        var start = candidate.Anchor;
        var end = NumberReader.Groups(candidate, start, [3, 3, 4], " -"u8, digits, out var separator);
        var isGrouped = end > 0;
        if (!isGrouped)
        {
            separator = 0;
            end = NumberReader.Run(candidate, start, digits) == 10 ? start + 10 : -1;
        }

        if (end < 0 || !IsChecked(digits) || NumberReader.IsMonotonous(digits) || !candidate.StandsAlone(start, end, separator))
        {
            return false;
        }

        // One number of ten digits in eleven passes: times in seconds and order numbers too.
        return candidate.Accept(start, end, isGrouped ? 0.5 : 0.3, 0.95, ReasonFlags.Checksum);
    }

    private static bool IsChecked(ReadOnlySpan<byte> digits)
    {
        var sum = 0;
        for (var i = 0; i < 9; i++)
        {
            sum += digits[i] * (10 - i);
        }

        var check = 11 - (sum % 11);
        return (check == 11 ? 0 : check) == digits[9];
    }
}
