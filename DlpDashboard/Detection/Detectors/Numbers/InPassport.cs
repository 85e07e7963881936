using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indian passport number: letter and seven digits; a word near it is obligatory.</summary>
internal sealed class InPassport() : NumberRule("annnnnnn")
{
    public override Detector Describe() => National(
        "in-passport",
        "Indian passport number",
        "IN",
        "letter and seven digits; a word near it is obligatory",
        "Ministry of External Affairs of India",
        words: ["passport", "passport number", "passport no", "travel document", "pasport"],
        trues: ["passport K6585305", "passport number: H6205618", "passport=K9338015;", "\"passport\": \"C3690605\"", "the pasport of the customer is L4198297."],
        falses: ["passport Q3456781", "passport T356907", "passport T35690752", "passport xT3569075", "passport T0569075"]);

    protected override (double Alone, double Supported) Formed => (0.1, 0.65);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => value[0] is not ((byte)'Q' or (byte)'X') && value[1] != (byte)'0' && value[7] != (byte)'0';
}
