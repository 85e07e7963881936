using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Mexican CURP: birth date, sex, state, check digit.</summary>
internal sealed class MxCurp() : NumberRule("aaaannnnnnaaaaaacn")
{
    public override Detector Describe() => National(
        "mx-curp",
        "Mexican CURP",
        "MX",
        "birth date, sex, state, check digit",
        "RENAPO, Instructivo normativo para la asignacion de la CURP",
        words: ["curp", "clave única", "clave unica"],
        trues: ["curp DEBG540209MPLMMD06", "clave única: ROLM830709MJCRBF06", "curp=FALM610806MNLBLD04;", "\"curp\": \"PABP600904HNLLLB02\"", "the clave unica of the customer is BUDF750313HNLRPF07."],
        falses: ["curp CACC741011MPLPGL01", "curp LOLD930201HPLCFC007", "curp xRELF520410MJCMCL05", "curp CIBR620316HPLLBC", "curp DEBG540209MPLMMD06-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.92, 0.92, 0.99);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.IsYearMonthDay(value, 4) && value[10] is (byte)'H' or (byte)'M' or (byte)'X' && IsChecked(value);

    // The letter N with a tilde stands between N and O, so letters from O on count one more.
    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            var worth = DocumentNumber.ValueOf(value[i]);
            sum += (worth > 23 ? worth + 1 : worth) * (18 - i);
        }

        return (10 - (sum % 10)) % 10 == Weighted.Digit(value, 17);
    }
}
