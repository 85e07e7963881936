using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Telephone numbers: international with a country code (E.164, at most 15 digits), an area code in brackets, or national groups. There is no check
/// digit: what is not written as a telephone number needs a word or key near it.
/// </summary>
internal sealed class Phone : DetectorRule
{
    private const int Longest = 24;

    public override Detector Describe() => new()
    {
        Id = "phone",
        Name = "Telephone number",
        Category = "contact",
        Region = "world",
        Validation = "country code and length by E.164, grouping",
        LikelihoodWithoutContext = Likelihood.Unlikely,
        DefaultSeverity = Severity.Medium,
        ContextWords =
        [
            "phone", "phone number", "telephone", "tel", "mobile", "cell", "cellphone", "fax", "call", "contact number", "whatsapp", "sms", "dial", "telefon", "telefono", "teléfono", "téléphone", "portable", "handy", "reach us", "reach you", "answering at", "móvil", "mobil", "celular", "numara", "number is", "numero", "office", "landline", "hotline",
        ],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["+49 30 1234567", "call (415) 555-0132", "phone: 415-555-0132", "+44 (20) 7123 4567", "tel 09-7625400", "mobile 13812345678", "Phone: 1-800-555-0199", "tel 4155550132", "+905321234567", "tel:+12025550132", "Ann,+442079460958,7", "fax,1,202-555-0132,9", "96 228011 office", "phone: 469 34 883", "phone: 88 165 40 96", "phone: 02.27.96.63.08"],
        FalseSamples = ["+1 2", "2024-01-15", "12.03.1985", "version 10.20.30.40", "+999 123 456 789", "1234567", "3.14159265", "a415-555-0132"],
    };

    public override IReadOnlyList<string> Fingerprints =>
    [
        @"[^\w+]|+[1-9][\d (.\-][\d ().\-][\d ().\-][\d ().\-]",
        @"[^\d(]|([0-9]{2}[\d)][\d)\- ][\d)\- ]",
        @"\W|0[1-9][\d \-./][\d \-./][\d \-./][\d \-./][\d \-./][\d \-./][\d \-.]",
        @"\W|0 [(1-9][\d]{2}[\d) ][\d ]",
        @"\W|[1-9]\d{2}[ \-.]\d{3}[ \-.]\d{2}",
        @"\W|[1-9]\d{9}",
        @"\W|1[ \-.][2-9(]\d\d[ \-.)\d][ \d]\d",
        @"[^\w+]|[1-9]\d[\d\-][\d\-]\d\d[\d\-]\d\d[\d\-]\d",
        @"\W|00[1-9][\d \-.][\d \-.(][\d \-.][\d \-.][\d \-.][\d \-.]",
        .. Local,
    ];

    // Numbers of one town, without their area.
    private static readonly string[] Local =
    [
        @"[^\w\-:/.,]|[1-9]\d{2}[ \-]\d{4}\W", @"[^\w\-:/.,]|[1-9]\d{3}[ \-]\d{4}\W", @"[^\w\-:/.,]|[1-9]\d[ \-]\d{6}\W", @"[^\w\-:/.,]|[1-9]\d[ \-]\d\d[ \-]\d\d\W", @"[^\w\-:/.,]|[1-9]\d[ \-]\d\d[ \-]\d\d[ \-]\d\d\W", @"[^\w\-:/.,]|[1-9]\d[ \-]\d{3}[ \-]\d{3}\W", @"[^\w\-:/.,]|[1-9]\d\d[ \-]\d\d[ \-]\d{3}\W", @"[^\w\-:/.,]|[1-9]\d[ \-]\d{3}[ \-]\d\d[ \-]\d\d\W",
        @"[^\d(]|([0-9]{2}) \d{3}[ \-]\d{3}\W",
    ];

    public override double AloneAtMost(string fingerprint) => Array.IndexOf(Local, fingerprint) >= 0 ? 0 : fingerprint.StartsWith(@"\W|00", StringComparison.Ordinal) ? 0.3 : 1;

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        Span<byte> digits = stackalloc byte[16];
        var end = Read(candidate, start, digits, out var count, out var groups, out var separators);
        candidate.Work += Longest;
        end = end < 0 ? end : EndOfExtension(candidate, end);
        if (end < 0 || count is < 6 or > 15 || !EndsWell(candidate, start, end) || NumberReader.IsMonotonous(digits[..count]))
        {
            return false;
        }

        digits = digits[..count];
        if (candidate.At(start) == (byte)'+')
        {
            return count >= 8 && CallingCodes.Begins(digits) && candidate.Accept(start, end, 0.5, 0.9, ReasonFlags.Structure | ReasonFlags.Issuer);
        }

        if (candidate.At(start) == (byte)'(')
        {
            return candidate.Slice(start, end).Contains((byte)')') && ((count is >= 9 and <= 11 && candidate.Accept(start, end, 0.45, 0.85, ReasonFlags.Structure)) || (count is 7 or 8 && candidate.AcceptSupported(start, end, 0.7, ReasonFlags.None)));
        }

        if (digits[0] == 0 && digits[1] == 0)
        {
            return count >= 10 && CallingCodes.Begins(digits[2..]) && candidate.Accept(start, end, groups >= 3 ? 0.3 : 0.1, groups >= 3 ? 0.85 : 0.7, ReasonFlags.Structure | ReasonFlags.Issuer);
        }

        if (candidate.At(start - 1) == (byte)'+' || IsDate(digits, groups, separators))
        {
            return false;
        }

        if (count < 9)
        {
            return groups >= 2 && separators == 4 && digits[0] != 0 && !AreYears(digits) && candidate.AcceptSupported(start, end, 0.62, ReasonFlags.None);
        }

        // 09 and nine digits are how the mobile numbers of some countries are written down, and few numbers of other kinds begin so.
        return IsNational(digits, groups) ? candidate.Accept(start, end, count == 11 && digits[0] == 0 && digits[1] == 9 ? 0.32 : 0.25, 0.8, ReasonFlags.Structure)
            : groups is >= 3 and <= 5 && count is >= 9 and <= 12 && candidate.Accept(start, end, 0.15, 0.65, ReasonFlags.None);
    }

    /// <summary>Reads digits with single separators; brackets may stand once.</summary>
    private static int Read(in Candidate candidate, int start, Span<byte> digits, out int count, out int groups, out byte separators)
    {
        (count, groups, separators) = (0, 1, 0);
        int at = start, end = -1, open = 0;
        for (; at < start + Longest; at++)
        {
            var value = candidate.At(at);
            if (Ascii.IsDigit(value))
            {
                if (count == digits.Length)
                {
                    return -1;
                }

                digits[count++] = (byte)(value - '0');
                end = at + 1;
                continue;
            }

            if (value == (byte)'+' && at == start)
            {
                continue;
            }

            open += value == (byte)'(' ? 1 : value == (byte)')' ? 8 : 0;
            var isBracket = value is (byte)'(' or (byte)')';
            var follows = candidate.At(at + 1);
            if ((!isBracket && value is not ((byte)' ' or (byte)'-' or (byte)'.')) || open is not (0 or 1 or 9)
                || !(Ascii.IsDigit(follows) || (!isBracket && follows == (byte)'(') || (value == (byte)')' && follows is (byte)' ' or (byte)'-')))
            {
                break;
            }

            separators |= value == (byte)'.' ? (byte)1 : isBracket ? (byte)2 : (byte)4;
            groups += isBracket || (at > start && candidate.At(at - 1) == (byte)')') ? 0 : 1;
        }

        return open == 1 ? -1 : end;
    }

    /// <summary>One past an extension behind the number: <c>x123</c>, <c> ext. 123</c>.</summary>
    private static int EndOfExtension(in Candidate candidate, int end)
    {
        var at = end + (candidate.At(end) == (byte)' ' ? 1 : 0);
        var rest = candidate.Text[at..];
        at += rest.StartsWith("ext. "u8) ? 5 : rest.StartsWith("ext."u8) || rest.StartsWith("ext "u8) ? 4 : rest.StartsWith("ext"u8) ? 3 : rest.StartsWith("x"u8) ? 1 : 0;
        var digits = at;
        while (at - digits < 6 && Ascii.IsDigit(candidate.At(at)))
        {
            at++;
        }

        return Ascii.IsLetterOrDigit(candidate.At(digits - 1)) && !Ascii.IsLetter(candidate.At(digits - 1)) || at - digits is 0 or 6 || Ascii.IsWord(candidate.At(at)) ? end : at;
    }

    private static bool EndsWell(in Candidate candidate, int start, int end)
    {
        byte after = candidate.At(end), before = candidate.At(start - 1);
        return !Ascii.IsWord(after) && !(after is (byte)'-' or (byte)'.' or (byte)':' or (byte)'/' && Ascii.IsDigit(candidate.At(end + 1)))
            && !(before == (byte)'+' && Ascii.IsWord(candidate.At(start - 2)))
            && !(before is (byte)'-' or (byte)'.' or (byte)':' or (byte)'/' && Ascii.IsDigit(candidate.At(start - 2)));
    }

    private static bool AreYears(ReadOnlySpan<byte> digits) => digits.Length == 8 && (digits[0] * 10) + digits[1] is 19 or 20 && (digits[4] * 10) + digits[5] is 19 or 20;

    private static bool IsDate(ReadOnlySpan<byte> digits, int groups, byte separators) =>
        groups == 3 && separators != 2 && digits.Length == 8
        && (digits[0] * 10) + digits[1] is 19 or 20 or (<= 31 and > 0) && ((digits[4] * 10) + digits[5] is 19 or 20 || (digits[0] * 10) + digits[1] is 19 or 20);

    private static bool IsNational(ReadOnlySpan<byte> digits, int groups) => digits.Length switch
    {
        >= 9 and <= 11 when digits[0] == 0 && digits[1] != 0 => true,
        10 => digits[0] >= 2 && (groups is 1 or >= 3),
        11 => digits[0] == 1 && (digits[1] >= 3 || groups > 1),
        _ => false,
    };
}
