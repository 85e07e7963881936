using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Chilean RUT, RUN: check character modulo 11.</summary>
internal sealed class ClRut() : NumberRule("nn.nnn.nnn-c", "nnnnnnnn-c", "n.nnn.nnn-c", "nnnnnnn-c")
{
    public override Detector Describe() => National(
        "cl-rut",
        "Chilean RUT, RUN",
        "CL",
        "check character modulo 11",
        "Registro Civil, RUN; Servicio de Impuestos Internos, RUT",
        words: ["rut", "run", "rol único", "rol unico"],
        trues: ["rut 18.415.132-4", "run: 15.571.938-9", "rut=17.504.563-5;", "\"rut\": \"19.992.115-0\"", "the rol unico of the customer is 23.121.281-7."],
        falses: ["rut 21.762.727-4", "rut 20.717.279-07", "rut x21.357.077-3", "rut 29.553.300", "rut 518.415.132-4"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.75, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsChecked(value);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length - 1; i++)
        {
            sum += Weighted.Digit(value, value.Length - 2 - i) * ((i % 6) + 2);
        }

        var check = 11 - (sum % 11);
        return value[^1] == (check == 11 ? (byte)'0' : check == 10 ? (byte)'K' : (byte)('0' + check));
    }
}
