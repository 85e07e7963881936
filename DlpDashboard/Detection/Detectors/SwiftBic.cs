using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Bank identifier codes, ISO 9362: four letters of the institution, its country, two of the place, three of a branch. Many words in capitals look so:
/// a word or key near it is obligatory.
/// </summary>
internal sealed class SwiftBic : DetectorRule
{
    private const int Short = 8, Long = 11;

    public override Detector Describe() => new()
    {
        Id = "swift-bic",
        Name = "Bank identifier code (BIC, SWIFT)",
        Category = "financial",
        Region = "world",
        Validation = "length, country; a word near it is obligatory",
        LikelihoodWithoutContext = Likelihood.VeryUnlikely,
        DefaultSeverity = Severity.Low,
        ContextWords =
        [
            "swift", "swift code", "bic", "bic code", "swift bic", "bic swift", "bank identifier", "beneficiary bank", "correspondent bank", "intermediary bank", "bankleitzahl", "code banque", "banque", "codigo swift", "iban",
        ],
        Claim = Claim.Form,
        Mask = MaskStyle.LastTwo,
        Source = "ISO 9362",
        TrueSamples = ["SWIFT: DEUTDEFF", "BIC COBADEFFXXX", "swift code BNPAFRPPXXX", "{\"bic\": \"CHASUS33\"}", "beneficiary bank HSBCGB2L", "SWIFT/BIC: UBSWCHZH80A"],
        FalseSamples = ["DEUTDEFF", "SWIFT DEUTQQFF", "swift DOCUMENTS", "bic deutdeff", "BIC DEUTDEFFXX", "SWIFT D3UTDEFF"],
    };

    public override IReadOnlyList<string> Fingerprints => [@"\W|[A-Z]{6}[A-Z2-9][A-NP-Z0-9]\W", @"\W|[A-Z]{6}[A-Z2-9][A-NP-Z0-9][A-Z0-9]{3}\W"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var end = start + (Ascii.IsWord(candidate.At(start + Short)) ? Long : Short);
        candidate.Work += Long;
        return Countries.Has(candidate.At(start + 4), candidate.At(start + 5)) && candidate.StandsAlone(start, end)
            && candidate.AcceptSupported(start, end, 0.8, ReasonFlags.Structure | ReasonFlags.Issuer);
    }
}
