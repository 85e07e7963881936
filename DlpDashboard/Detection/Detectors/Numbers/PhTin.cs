using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Philippine taxpayer number (TIN): nine or twelve digits in threes; a word near it is obligatory.</summary>
internal sealed class PhTin() : NumberRule("nnn-nnn-nnn", "nnn-nnn-nnn-nnn", "nnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ph-tin",
        "Philippine taxpayer number (TIN)",
        "PH",
        "nine or twelve digits in threes; a word near it is obligatory",
        "Bureau of Internal Revenue of the Philippines",
        words: ["tin", "bir", "bir tin", "taxpayer identification", "tax identification"],
        trues: ["tin 146-557-210", "bir: 241-561-836", "tin=646-107-358;", "\"tin\": \"835-570-636\"", "the tax identification of the customer is 160-710-431."],
        falses: ["number 123-456-780", "tin 123-456-78", "tin 123-456-7890", "tin x123-456-780", "tin 123-456-780-12"],
        category: "financial");

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.65);

    protected override bool IsValid(ReadOnlySpan<byte> value) => true;
}
