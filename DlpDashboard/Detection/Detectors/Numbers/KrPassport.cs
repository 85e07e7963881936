using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Korean passport number: letter of its kind and eight digits, or three, a letter and four.</summary>
internal sealed class KrPassport() : NumberRule("annnannnn", "annnnnnnn")
{
    public override Detector Describe() => National(
        "kr-passport",
        "Korean passport number",
        "KR",
        "letter of its kind and eight digits, or three, a letter and four",
        "Ministry of Foreign Affairs of Korea, Passport Act",
        words: ["passport", "passport number", "travel document", "여권", "여권번호"],
        trues: ["passport S018O8017", "passport number: R89834788", "passport=O384R3726;", "\"passport\": \"M513N1341\"", "the 여권번호 of the customer is S52427316."],
        falses: ["passport A123B4567", "passport M123A456", "passport M123456789", "passport xM123A4567", "passport 123A4567"]);

    protected override (double Alone, double Supported) Formed => (0.15, 0.7);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => value[0] is (byte)'M' or (byte)'S' or (byte)'R' or (byte)'O' or (byte)'D';
}
