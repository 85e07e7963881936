using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Payment card numbers, ISO/IEC 7812: 12 to 19 digits, issuer range, Luhn; in one run or in the groups cards are printed with.</summary>
internal sealed class PaymentCard : DetectorRule
{
    private static readonly byte[][] Groupings = [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]];

    private static readonly HashSet<ulong> TestNumbers =
    [
        4111111111111111, 4012888888881881, 4222222222222, 4242424242424242, 4000056655665556, 4917610000000000, 4917300800000000, 4000000000000002, 4005519200000004,
        5555555555554444, 5105105105105100, 5200828282828210, 5454545454545454, 2223003122003222, 2223000048400011, 2222405343248877, 378282246310005, 371449635398431,
        378734493671000, 6011111111111117, 6011000990139424, 6011000400000000, 30569309025904, 38520000023237, 36227206271667, 3530111333300000, 3566002020360505,
        6200000000000005, 6759649826438453, 5019717010103742, 6304000000000000, 122000000000003, 135412345678911, 5066991111111118, 4035501000000008, 4484070000000000,
    ];

    public override Detector Describe() => new()
    {
        Id = "payment-card",
        Name = "Payment card number",
        Category = "financial",
        Region = "world",
        Validation = "issuer range, length, Luhn check digit",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.High,
        ContextWords =
        [
            "card", "credit card", "debit card", "card number", "card no", "cardholder", "credit", "debit", "visa", "mastercard", "amex", "american express", "discover", "jcb", "diners",
            "maestro", "unionpay", "cc", "ccnum", "pan", "payment", "expiry", "cvv", "cvc", "kreditkarte", "kartennummer", "carte bancaire", "tarjeta", "carta di credito",
        ],
        Claim = Claim.CheckedNumber,
        Mask = MaskStyle.FirstAndLastFour,
        TrueSamples =
        [
            "card 4539 1488 0343 6467", "4556-7375-8689-9855", "5425233430109903", "amex 3714 496353 98431", "pay with 6011 0009 9013 9424 now", "(5019717010103742)", "17,4556737586899855,9",
            "3,4556 7375 8689 9855,123",
        ],
        FalseSamples =
        [
            "card 4539 1488 0343 6468", "14539148803436467", "0.4539148803436467", "4539148803436467890123", "9999 9999 9999 9999", "id=a4539148803436467",
        ],
    };

    public override IReadOnlyList<string> Fingerprints =>
        [@"\W|[1-689]\d{11}", @"\W|[1-689]\d{3}[ -]\d{4}[ -]\d{4}", @"\W|3\d{3}[ -]\d{6}[ -]\d{4}"];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> digits = stackalloc byte[19];
        var start = candidate.Anchor;
        if (!Ascii.IsDigit(candidate.At(start + 4)))
        {
            return VerifyGrouped(ref candidate, start, digits);
        }

        var count = NumberReader.Run(candidate, start, digits);
        return count is >= 12 and <= 19 && Judge(ref candidate, start, start + count, digits[..count], isGrouped: false, 0);
    }

    private static bool VerifyGrouped(ref Candidate candidate, int start, scoped Span<byte> digits)
    {
        var separator = candidate.At(start + 4);
        Span<int> ends = stackalloc int[6];
        Span<byte> sizes = stackalloc byte[6];
        int groups = 0, count = 0, at = start;
        for (; groups < sizes.Length && count < digits.Length; at++)
        {
            var size = NumberReader.Run(candidate, at, digits[count..]);
            if (size == 0 || count + size > digits.Length)
            {
                break;
            }

            (sizes[groups], ends[groups]) = ((byte)size, at += size);
            groups++;
            count += size;
            if (candidate.At(at) != separator)
            {
                break;
            }
        }

        foreach (var grouping in Groupings)
        {
            if (grouping.Length <= groups && sizes.StartsWith(grouping)
                && Judge(ref candidate, start, ends[grouping.Length - 1], digits[..Total(grouping)], isGrouped: true, separator))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Judge(ref Candidate candidate, int start, int end, scoped ReadOnlySpan<byte> digits, bool isGrouped, byte separator)
    {
        if (!Luhn.IsValid(digits) || !HasIssuer(digits) || !candidate.StandsAlone(start, end, separator == (byte)' ' ? (byte)0 : separator))
        {
            return false;
        }

        var flags = ReasonFlags.Checksum | ReasonFlags.Issuer;
        if (TestNumbers.Contains(Number(digits)))
        {
            return candidate.Accept(start, end, 0.3, 0.5, flags | ReasonFlags.TestValue);
        }

        if (NumberReader.IsMonotonous(digits) || digits[6..].IndexOfAnyExcept(digits[6]) < 0)
        {
            return candidate.Accept(start, end, 0.1, 0.3, flags | ReasonFlags.RepeatedDigits);
        }

        if (!isGrouped && NumberReader.IsInTableOfFewDigits(ref candidate, start, end))
        {
            return candidate.Accept(start, end, 0.1, 0.6, flags | ReasonFlags.RepeatedDigits);
        }

        if (isGrouped && (NumberReader.IsInRow(candidate, start, end) || NumberReader.IsCounting(digits)))
        {
            return candidate.Accept(start, end, 0.2, 0.6, flags);
        }

        return candidate.Accept(start, end, isGrouped ? 0.65 : 0.5, 0.95, flags);
    }

    private static int Total(byte[] grouping)
    {
        var total = 0;
        foreach (var size in grouping)
        {
            total += size;
        }

        return total;
    }

    private static ulong Number(ReadOnlySpan<byte> digits)
    {
        var number = 0UL;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit;
        }

        return number;
    }

    /// <summary>Issuer identification ranges with the lengths they are issued in.</summary>
    private static bool HasIssuer(ReadOnlySpan<byte> digits)
    {
        var length = digits.Length;
        var two = (int)Number(digits[..2]);
        var four = (int)Number(digits[..4]);
        return two switch
        {
            34 or 37 => length == 15,
            30 or 36 or 38 or 39 => length is 14 or 16 or 19 && (two != 30 || four is (>= 3000 and <= 3059) or (>= 3088 and <= 3159)),
            31 => four is >= 3112 and <= 3159 && length is >= 16,
            33 => four is >= 3337 and <= 3349 && length is >= 16,
            35 => four is >= 3528 and <= 3589 && length is >= 16,
            >= 40 and <= 49 => length is 13 or 16 or 18 or 19,
            >= 51 and <= 55 => length == 16,
            50 or (>= 56 and <= 59) => length is >= 12,
            >= 60 and <= 69 => length is >= 12,
            22 => four is (>= 2200 and <= 2205) or (>= 2221 and <= 2299) && length is >= 16,
            >= 23 and <= 27 => four <= 2720 && length == 16,
            10 or 11 or 12 or 13 => length == 15,
            81 or 82 => length is >= 16,
            97 => four == 9792 && length == 16,
            _ => false,
        };
    }
}
