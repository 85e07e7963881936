using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indian voter card number (EPIC): three letters and seven digits; a word near it is obligatory.</summary>
internal sealed class InVoterId() : NumberRule("aaannnnnnn")
{
    public override Detector Describe() => National(
        "in-voter-id",
        "Indian voter card number (EPIC)",
        "IN",
        "three letters and seven digits; a word near it is obligatory",
        "Election Commission of India, EPIC",
        words: ["epic", "voter", "voter id", "elector", "election card"],
        trues: ["epic GAD2090309", "voter: EDD8977990", "epic=FFG7263651;", "\"epic\": \"GBF7030650\"", "the election card of the customer is EGB1314082."],
        falses: ["epic BGD0000000", "epic ECG59478647", "epic xFGB3575939", "epic BBA145193", "epic GAD2090309-123"]);

    protected override (double Alone, double Supported) Formed => (0.1, 0.8);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) =>
        Weighted.Number(value[3..]) > 0;
}
