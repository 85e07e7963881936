using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Brazilian CNPJ: two check digits modulo 11.</summary>
internal sealed class BrCnpj() : NumberRule("nn.nnn.nnn/nnnn-nn", "nnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "br-cnpj",
        "Brazilian CNPJ",
        "BR",
        "two check digits modulo 11",
        "Receita Federal, CNPJ",
        words: ["cnpj", "cadastro nacional", "pessoa jurídica", "pessoa juridica"],
        trues: ["cnpj 05349356000159", "cadastro nacional: 72.172.841/0001-97", "cnpj=28333881000343;", "\"cnpj\": \"31.681.713/0002-72\"", "the pessoa juridica of the customer is 59.568.065/0001-80."],
        falses: ["cnpj 44285244000134", "cnpj 792274930001577", "cnpj x30342277000244", "cnpj 153076040001", "cnpj 05349356000159-123"],
        category: "financial",
        severity: Severity.Medium);

    protected override (double Run, double Grouped, double Supported) Scores => (0.6, 0.95, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Check(value, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == Weighted.Digit(value, 12) && Check(value, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == Weighted.Digit(value, 13);

    private static int Check(ReadOnlySpan<byte> value, ReadOnlySpan<byte> weights) => 11 - (Weighted.Sum(value, weights) % 11) is var check && check > 9 ? 0 : check;
}
