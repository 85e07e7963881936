using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Colombian tax number (NIT): check digit modulo 11 over primes.</summary>
internal sealed class CoNit() : NumberRule("nnn.nnn.nnn-n", "nnnnnnnnn-n")
{
    public override Detector Describe() => National(
        "co-nit",
        "Colombian tax number (NIT)",
        "CO",
        "check digit modulo 11 over primes",
        "DIAN, NIT",
        words: ["nit", "cedula", "cédula", "rut"],
        trues: ["nit 892.574.196-4", "cedula: 876.288.982-2", "nit=998.669.586-7;", "\"nit\": \"883.869.238-1\"", "the rut of the customer is 896.136.366-6."],
        falses: ["nit 862.207.424-8", "nit 992.197.356-17", "nit x806.993.879-0", "nit 864.781.773", "nit 5892.574.196-4"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.4, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11 is var rest && (rest < 2 ? rest : 11 - rest) == Weighted.Digit(value, 9);
}
