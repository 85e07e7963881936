using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Mexican bank account (CLABE): weights 3 7 1, modulo 10.</summary>
internal sealed class MxClabe() : NumberRule("nnnnnnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "mx-clabe",
        "Mexican bank account (CLABE)",
        "MX",
        "weights 3 7 1, modulo 10",
        "Asociacion de Bancos de Mexico, CLABE",
        words: ["clabe", "cuenta", "cuenta clabe", "interbancaria", "banco"],
        trues: ["clabe 002096609064505019", "cuenta: 002047560668649838", "clabe=002136343732120764;", "\"clabe\": \"002787031632290248\"", "the banco of the customer is 002793576343252817."],
        falses: ["clabe 002221447800890851", "clabe 0025094977994296777", "clabe x002109971534953693", "clabe 0027134174241848", "clabe 002096609064505019-123"],
        category: "financial");

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.4, 0.96);

    // Banks have the codes to 199, other members of the payment system most of those from 600 to 739 and few above.
    protected override double Share(ReadOnlySpan<byte> value) => Weighted.Number(value[..3]) is (>= 1 and <= 199) or (>= 600 and <= 739) or (>= 901 and <= 903) ? 1 : 0.5;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsChecked(value);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            sum += Weighted.Digit(value, i) * (i % 3 == 0 ? 3 : i % 3 == 1 ? 7 : 1) % 10;
        }

        return (10 - (sum % 10)) % 10 == Weighted.Digit(value, 17);
    }
}
