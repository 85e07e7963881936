using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Brazilian CPF: two check digits modulo 11.</summary>
internal sealed class BrCpf() : NumberRule("nnn.nnn.nnn-nn", "nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "br-cpf",
        "Brazilian CPF",
        "BR",
        "two check digits modulo 11",
        "Receita Federal, CPF",
        words: ["cpf", "cadastro de pessoas", "contribuinte"],
        trues: ["cpf 83224553480", "cadastro de pessoas: 661.492.755-82", "cpf=25086868246;", "\"cpf\": \"252.598.741-10\"", "the contribuinte of the customer is 377.921.849-60."],
        falses: ["cpf 88977521956", "cpf 018028675707", "cpf x99665418459", "cpf 654283479", "cpf 83224553480-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.95, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Check(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) == Weighted.Digit(value, 9) && Check(value, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) == Weighted.Digit(value, 10);

    private static int Check(ReadOnlySpan<byte> value, ReadOnlySpan<byte> weights) => 11 - (Weighted.Sum(value, weights) % 11) is var check && check > 9 ? 0 : check;
}
