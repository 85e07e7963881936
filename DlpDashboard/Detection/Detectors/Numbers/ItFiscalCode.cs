using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Italian fiscal code: month, day and check letter.</summary>
internal sealed class ItFiscalCode() : NumberRule("uuuuuukkukkukkku")
{
    public override Detector Describe() => National(
        "it-fiscal-code",
        "Italian fiscal code",
        "IT",
        "month, day and check letter",
        "Decreto Ministeriale 23 dicembre 1976",
        words: ["codice fiscale", "cf", "cod fiscale", "fiscal code"],
        trues: ["codice fiscale CDDCNM51S03H617S", "cf: RFRFVL72P22D390S", "codice fiscale=GMGTFP97M26D238A;", "\"codice_fiscale\": \"DVRCRB59D13D483H\"", "the fiscal code of the customer is FNBVNG72H11B651B."],
        falses: ["codice fiscale GRSCTG52D25B755K", "codice fiscale BVMFRC53H10G929J7", "codice fiscale xFNLPSV90C19D145Q", "codice fiscale GBDFRP78T09D75", "codice fiscale CDDCNM51S03H617S-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.85, 0.85, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        FiscalCode.IsValid(value);
}
