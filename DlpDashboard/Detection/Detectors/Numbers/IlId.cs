using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Israeli identity number: Luhn.</summary>
internal sealed class IlId() : NumberRule("nnnnnnnnn", "nnnnnnnn-n")
{
    public override Detector Describe() => National(
        "il-id",
        "Israeli identity number",
        "IL",
        "Luhn",
        "Population and Immigration Authority, identity number",
        words: ["teudat zehut", "israeli id", "תעודת זהות", "id number"],
        trues: ["teudat zehut 429129828", "israeli id: 638092494", "teudat zehut=938548161;", "\"teudat_zehut\": \"312000698\"", "the id number of the customer is 548265743."],
        falses: ["teudat zehut 546658551", "teudat zehut 4165994217", "teudat zehut x644786246", "teudat zehut 5061711", "teudat zehut 429129828-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.22, 0.4, 0.93);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsLuhn(value);
}
