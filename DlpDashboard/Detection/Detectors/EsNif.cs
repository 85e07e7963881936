using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>Spanish tax and identity numbers of citizens (NIF, DNI): seven or eight digits and the letter of their remainder modulo 23.</summary>
internal sealed class EsNif : DetectorRule
{
    private static ReadOnlySpan<byte> Letters => "TRWAGMYFPDXBNJZSQVHLCKE"u8;

    public override Detector Describe() => new()
    {
        Id = "es-nif",
        Name = "Spanish tax and identity number (NIF, DNI)",
        Category = "identity",
        Region = "ES",
        Validation = "check letter modulo 23",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.High,
        ContextWords = ["nif", "dni", "documento nacional", "documento nacional de identidad", "identificación", "identificacion", "número de identificación", "cif", "hacienda"],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        TrueSamples = ["55555555-K", "1111111-G", "DNI 01111111G", "nif: 12345678Z", "55555555k", "DNI 12.345.678-Z"],
        FalseSamples = ["12345678A", "55555555-L", "x12345678Z", "123456789Z", "12345678ZZ", "12-12345678Z"],
    };

    public override IReadOnlyList<string> Fingerprints =>
    [
        @"\W|\d{8}[A-Za-z]\W", @"\W|\d{8}-[A-Za-z]\W", @"\W|\d{7}[A-Za-z]\W", @"\W|\d{7}-[A-Za-z]\W", @"\W|\d\d[.]\d{3}[.]\d{3}[\-A-Za-z]",
    ];

    public override bool Verify(ref Candidate candidate)
    {
        Span<byte> digits = stackalloc byte[8];
        var start = candidate.Anchor;
        var end = NumberReader.Groups(candidate, start, [2, 3, 3], "."u8, digits, out _);
        if (end < 0)
        {
            var count = NumberReader.Run(candidate, start, digits);
            end = start + count;
            digits = count is 7 or 8 ? digits[..count] : [];
        }

        end += candidate.At(end) == (byte)'-' ? 1 : 0;
        if (digits.IsEmpty || !candidate.StandsAlone(start, end + 1))
        {
            return false;
        }

        var number = 0;
        foreach (var digit in digits)
        {
            number = (number * 10) + digit;
        }

        var letter = candidate.At(end);
        if (Ascii.ToUpper(letter) != Letters[number % 23] || number == 0)
        {
            return false;
        }

        // Seven digits are eight without the leading zero; small letters are rare in print.
        return candidate.Accept(start, end + 1, digits.Length == 8 && Ascii.IsUpper(letter) ? 0.6 : 0.45, 0.95, ReasonFlags.Checksum);
    }
}
