using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US passport number: nine digits or a letter and eight; a word near it is obligatory.</summary>
internal sealed class UsPassport() : NumberRule("nnnnnnnnn", "annnnnnnn")
{
    public override Detector Describe() => National(
        "us-passport",
        "US passport number",
        "US",
        "nine digits or a letter and eight; a word near it is obligatory",
        "US Department of State, passport number formats",
        words: ["passport", "passport number", "passport no", "travel document"],
        trues: ["passport C00185111", "passport number: Y89572146", "passport=E40184401;", "\"passport\": \"Y02922312\"", "the travel document of the customer is C26456594."],
        falses: ["passport 005211638", "passport Y383284267", "passport xE93085876", "passport C0018511", "passport C00185111-123"]);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' || value[1] != (byte)'0';
}
