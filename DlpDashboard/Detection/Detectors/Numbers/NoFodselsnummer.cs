using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Norwegian birth number: birth date, two check digits modulo 11.</summary>
internal sealed class NoFodselsnummer() : NumberRule("nnnnnnnnnnn", "nnnnnn nnnnn")
{
    public override Detector Describe() => National(
        "no-fodselsnummer",
        "Norwegian birth number",
        "NO",
        "birth date, two check digits modulo 11",
        "Folkeregisterforskriften, section 2-2-3",
        words: ["fødselsnummer", "fodselsnummer", "personnummer", "fnr", "d-nummer"],
        trues: ["fødselsnummer 26116756632", "fodselsnummer: 23068199190", "fødselsnummer=04106849213;", "\"fødselsnummer\": \"11115933940\"", "the d-nummer of the customer is 07058953592."],
        falses: ["fødselsnummer 05028800544", "fødselsnummer 060559171067", "fødselsnummer x06115937381", "fødselsnummer 040442549", "fødselsnummer 26116756632-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.8, 0.85, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) % 40 is >= 1 and <= 31 && Weighted.Two(value, 2) % 40 is >= 1 and <= 12 && (Weighted.Sum(value, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11) == 0 && Weighted.Sum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0;
}
