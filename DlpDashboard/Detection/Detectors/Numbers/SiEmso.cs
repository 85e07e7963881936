using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Personal number EMSO, JMBG (Slovenia and neighbours): birth date, check digit modulo 11.</summary>
internal sealed class SiEmso() : NumberRule("nnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "si-emso",
        "Personal number EMSO, JMBG (Slovenia and neighbours)",
        "SI",
        "birth date, check digit modulo 11",
        "Zakon o centralnem registru prebivalstva",
        words: ["emso", "emšo", "jmbg", "matični broj", "maticni broj"],
        trues: ["emso 1402960509395", "emšo: 2406969504689", "emso=0106963503744;", "\"emso\": \"0608966504682\"", "the maticni broj of the customer is 0703988509842."],
        falses: ["emso 1107968506386", "emso 03069435007487", "emso x1212942503629", "emso 03049675071", "emso 1402960509395-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.65, 0.65, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is >= 1 and <= 31 && Weighted.Two(value, 2) is >= 1 and <= 12 && value[4] is (byte)'0' or (byte)'9' && (11 - (Weighted.Sum(value, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 == Weighted.Digit(value, 12);
}
