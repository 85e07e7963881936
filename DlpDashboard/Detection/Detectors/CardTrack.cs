using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>What a card's magnetic stripe holds: track 1 <c>%B…^name^YYMM…?</c> and track 2 <c>;…=YYMM…?</c> (ISO/IEC 7813). To keep it after a payment is forbidden to merchants.</summary>
internal sealed class CardTrack : DetectorRule
{
    private const int LongestTrack = 110, ShortestCard = 13, LongestCard = 19;

    public override Detector Describe() => new()
    {
        Id = "card-track",
        Name = "Magnetic stripe of a card",
        Category = "financial",
        Region = "world",
        Validation = "sentinels, Luhn, month of expiry",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.Critical,
        ContextWords = ["track", "track1", "track2", "magstripe", "magnetic stripe", "swipe", "stripe data", "dump"],
        Claim = Claim.Container,
        Mask = MaskStyle.Nothing,
        Source = "ISO/IEC 7813",
        TrueSamples =
        [
            "%B4539148803436467^LOPEZ/ANA^27121010000000000?", ";4539148803436467=27121010000000000?", "track2=;5105105105105100=2501101123456789?", "%b4539148803436467^A B^2512101?", "swipe: ;378282246310005=2608101?",
        ],
        FalseSamples =
        [
            "%B4539148803436468^LOPEZ/ANA^27121010000000000?", ";4539148803436467=27131010000000000?", ";4539148803436467", "%B4539148803436467^LOPEZ", "a;12345=27121010",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => [@".|%[Bb][2-6]\d{11}", @".|;[2-6]\d{11}[\d=]"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var isSecond = candidate.At(start) == (byte)';';
        var from = start + (isSecond ? 1 : 2);
        var at = from;
        while (at - from <= LongestCard && Ascii.IsDigit(candidate.At(at)))
        {
            at++;
        }

        candidate.Work += at - start;
        if (at - from is < ShortestCard or > LongestCard || !Weighted.IsLuhn(candidate.Slice(from, at)) || candidate.At(at) != (isSecond ? (byte)'=' : (byte)'^'))
        {
            return false;
        }

        at++;
        if (!isSecond)
        {
            at = EndOfName(candidate, at);
        }

        return at > 0 && IsMonth(candidate, at + 2) && candidate.Accept(start, EndOfTrack(candidate, start, at + 4), 0.95, 0.99, ReasonFlags.Checksum | ReasonFlags.Structure);
    }

    private static bool IsMonth(in Candidate candidate, int at) =>
        Ascii.IsDigit(candidate.At(at - 2)) && Ascii.IsDigit(candidate.At(at - 1)) && Ascii.IsDigit(candidate.At(at)) && Ascii.IsDigit(candidate.At(at + 1))
        && Weighted.Two(candidate.Text, at) is >= 1 and <= 12;

    private static int EndOfName(in Candidate candidate, int at)
    {
        for (var end = at; end - at <= 26; end++)
        {
            if (candidate.At(end) == (byte)'^')
            {
                return end + 1;
            }
        }

        return -1;
    }

    private static int EndOfTrack(in Candidate candidate, int start, int at)
    {
        while (at - start < LongestTrack && Ascii.IsLetterOrDigit(candidate.At(at)))
        {
            at++;
        }

        return candidate.At(at) == (byte)'?' ? at + 1 : at;
    }
}
