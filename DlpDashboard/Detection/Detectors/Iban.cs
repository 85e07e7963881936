using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>International bank account numbers, ISO 13616: country, two check digits (MOD 97-10), the country's own length and form.</summary>
internal sealed class Iban : DetectorRule
{
    /// <summary>
    /// The account part's form by country, as the IBAN registry writes it: <c>n</c> digits, <c>a</c> capitals, <c>c</c> either.
    /// </summary>
    private static readonly Dictionary<ushort, byte[]> Forms = IbanForms.Read();

    public override Detector Describe() => new()
    {
        Id = "iban",
        Name = "International bank account number (IBAN)",
        Category = "financial",
        Region = "world",
        Validation = "country, length and form, check digits modulo 97",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords =
        [
            "iban", "bank", "bank account", "account", "account number", "transfer", "payee", "beneficiary", "konto", "kontonummer", "bankverbindung", "compte", "rib", "cuenta", "conto", "rekening", "bic", "swift", "sepa",
        ],
        Claim = Claim.CheckedAccount,
        Mask = MaskStyle.FirstAndLastFour,
        TrueSamples =
        [
            "DE89370400440532013000", "IBAN: GB29 NWBK 6016 1331 9268 19", "FR14-2004-1010-0505-0001-3M02-606", "pay NO9386011117947 today", "NL91ABNA0417164300.",
        ],
        FalseSamples =
        [
            "DE89370400440532013001", "GB29 NWBK 6016 1331 9268 18", "ZZ89370400440532013000", "DE8937040044053201300", "xDE89370400440532013000", "DE893704004405320130001",
        ],
    };

    public override IReadOnlyList<string> Fingerprints =>
        [@"(?i)\W|[A-Z]{2}\d{2}[A-Z0-9]{11}", @"(?i)\W|[A-Z]{2}\d{2}[ -][A-Z0-9]{4}[ -][A-Z0-9]{3}"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        if (!Forms.TryGetValue(IbanForms.Country(Ascii.ToUpper(candidate.At(start)), Ascii.ToUpper(candidate.At(start + 1))), out var form))
        {
            return false;
        }

        Span<byte> compact = stackalloc byte[34];
        var separator = candidate.At(start + 4);
        separator = separator is (byte)' ' or (byte)'-' ? separator : (byte)0;
        var end = Read(candidate, start, form, separator, compact);
        if (end < 0 || Ascii.IsWord(candidate.At(end)) || HasBothCases(candidate.Slice(start, end)) || !Iso7064.IsValidIban(compact[..(form.Length + 4)]))
        {
            return false;
        }

        return candidate.Accept(start, end, 0.9, 0.98, ReasonFlags.Checksum | ReasonFlags.Issuer);
    }

    private static bool HasBothCases(ReadOnlySpan<byte> text) => text.IndexOfAnyInRange((byte)'a', (byte)'z') >= 0 && text.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0;

    private static int Read(in Candidate candidate, int start, byte[] form, byte separator, Span<byte> compact)
    {
        var at = start;
        for (var i = 0; i < form.Length + 4; i++, at++)
        {
            if (separator != 0 && i > 0 && i % 4 == 0 && candidate.At(at++) != separator)
            {
                return -1;
            }

            var value = Ascii.ToUpper(candidate.At(at));
            var fits = (i < 4 ? i < 2 ? (byte)'a' : (byte)'n' : form[i - 4]) switch
            {
                (byte)'n' => Ascii.IsDigit(value),
                (byte)'a' => Ascii.IsUpper(value),
                _ => Ascii.IsDigit(value) || Ascii.IsUpper(value),
            };
            if (!fits)
            {
                return -1;
            }

            compact[i] = value;
        }

        return at;
    }
}
