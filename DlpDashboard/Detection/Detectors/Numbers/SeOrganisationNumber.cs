using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Swedish organisation number: group digit, Luhn.</summary>
internal sealed class SeOrganisationNumber() : NumberRule("nnnnnn-nnnn")
{
    public override Detector Describe() => National(
        "se-organisation-number",
        "Swedish organisation number",
        "SE",
        "group digit, Luhn",
        "Bolagsverket, organisationsnummer",
        words: ["organisationsnummer", "orgnr", "org nr", "företag", "company id", "organization number", "organisation number"],
        trues: ["organisationsnummer 566507-4950", "orgnr: 585143-6674", "organisationsnummer=842206-7978;", "\"organisationsnummer\": \"218877-3135\"", "the organisation number of the customer is 523718-0020."],
        falses: ["orgnr 556703-7486", "orgnr 550903-7485", "orgnr 55670x-7485", "orgnr x556703-7485", "orgnr 556703-7485-12"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.3, 0.9);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[2] >= (byte)'2' && value[0] is not ((byte)'0' or (byte)'4') && Weighted.IsLuhn(value);
}
