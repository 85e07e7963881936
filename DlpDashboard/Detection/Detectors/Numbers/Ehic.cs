using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>European health insurance card number: prefix 80 and country; a word near it is obligatory.</summary>
internal sealed class Ehic() : NumberRule("80276nnnnnnnnnnnnnnn", "80 276 nnnnn nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ehic",
        "European health insurance card number",
        "EU",
        "prefix 80 and country; a word near it is obligatory",
        "Decision S2 of the Administrative Commission; EN 1867",
        words: ["ehic", "krankenversicherungskarte", "health insurance card", "carte européenne", "kennnummer der karte"],
        trues: ["ehic 80276520361501649943", "krankenversicherungskarte: 80276083374315760753", "ehic=80276633280161490765;", "\"ehic\": \"80276438448758668440\"", "the kennnummer der karte of the customer is 80276655700644935417."],
        falses: ["ehic 80276991189969227174", "ehic 802760161301372014047", "ehic x80276935547494350792", "reference 80276442628374818227 was sent", "ehic 80276520361501649943-123"],
        category: "health");

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.9);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[5] != (byte)'9' || value[6] != (byte)'9';
}
