using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Spanish foreigner identity number (NIE): first letter, check letter modulo 23.</summary>
internal sealed class EsNie() : NumberRule("annnnnnna", "a-nnnnnnn-a", "annnnnnn-a")
{
    public override Detector Describe() => National(
        "es-nie",
        "Spanish foreigner identity number (NIE)",
        "ES",
        "first letter, check letter modulo 23",
        "Real Decreto 338/1990; Orden INT/2058/2008",
        words: ["nie", "extranjero", "identidad", "nif", "identificación", "identificacion", "número de identidad"],
        trues: ["nie Y2713269L", "extranjero: Y1821421L", "nie=Z6085712D;", "\"nie\": \"X0513652Q\"", "the número de identidad of the customer is Y9408884N."],
        falses: ["nie X6888109U", "nie X7008807V7", "nie xX6829384V", "nie X837339", "nie Y2713269L-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.7, 0.7, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'X' and <= (byte)'Z' && value[8] == "TRWAGMYFPDXBNJZSQVHLCKE"u8[(int)((((value[0] - 'X') * 10_000_000L) + Weighted.Number(value[1..8])) % 23)];
}
