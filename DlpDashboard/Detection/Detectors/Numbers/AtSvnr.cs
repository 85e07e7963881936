using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Austrian social insurance number: birth date, check digit modulo 11.</summary>
internal sealed class AtSvnr() : NumberRule("nnnn nnnnnn", "nnnnnnnnnn", "nnnn-nnnnnn")
{
    public override Detector Describe() => National(
        "at-svnr",
        "Austrian social insurance number",
        "AT",
        "birth date, check digit modulo 11",
        "ASVG section 31; Hauptverband, Versicherungsnummer",
        words: ["svnr", "sozialversicherung", "sozialversicherungsnummer", "sv nummer", "versicherungsnummer", "e-card"],
        trues: ["svnr 6634071086", "sozialversicherung: 4781 270975", "svnr=2729120858;", "\"svnr\": \"2871 020559\"", "the e-card of the customer is 9041 140991."],
        falses: ["svnr 1113091140", "svnr 93061204607", "svnr x1128090273", "svnr 93372402", "svnr 6634071086-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.75, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && Weighted.Two(value, 4) is >= 1 and <= 31 && Weighted.Two(value, 6) is >= 1 and <= 15 && (Weighted.Sum(value, [3, 7, 9]) + Weighted.Sum(value[4..], [5, 8, 4, 2, 1, 6])) % 11 == Weighted.Digit(value, 3);
}
