using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Spanish passport number: three letters and six digits; a word near it is obligatory.</summary>
internal sealed class EsPassport() : NumberRule("aaannnnnn")
{
    public override Detector Describe() => National(
        "es-passport",
        "Spanish passport number",
        "ES",
        "three letters and six digits; a word near it is obligatory",
        "Ministerio del Interior de España",
        words: ["pasaporte", "numero de pasaporte", "número de pasaporte", "passport", "passport number"],
        trues: ["pasaporte YKX724920", "numero de pasaporte: WQU682889", "pasaporte=ZAV931002;", "\"pasaporte\": \"ULD678008\"", "the passport number of the customer is VHP407188."],
        falses: ["pasaporte AAAA12345", "pasaporte AAA12345", "pasaporte AAA1234567", "pasaporte 9AAA123456", "pasaporte AAA123456-123"]);

    protected override (double Alone, double Supported) Formed => (0.12, 0.65);

    protected override bool IsValid(ReadOnlySpan<byte> value) => false;

    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => true;
}
