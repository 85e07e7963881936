using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>French social security number (NIR): sex, month, key modulo 97.</summary>
internal sealed class FrNir() : NumberRule("nnnnnnnnnnnnnnn", "n nn nn nn nnn nnn nn", "nnnnnnnnnnnnn nn")
{
    public override Detector Describe() => National(
        "fr-nir",
        "French social security number (NIR)",
        "FR",
        "sex, month, key modulo 97",
        "INSEE, Numero d'inscription au repertoire",
        words: ["nir", "insee", "securite sociale", "sécurité sociale", "numéro de sécurité", "numero de securite", "carte vitale"],
        trues: ["nir 171094966353785", "insee: 1 45 06 77 216 221 22", "nir=299041275386942;", "\"nir\": \"2 78 10 37 285 925 23\"", "the carte vitale of the customer is 1 99 12 91 362 284 23."],
        falses: ["nir 278095547030524", "nir 2691274412377187", "nir x157056035118930", "nir 2750871795570", "nir 171094966353785-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.7, 0.8, 0.98);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'1' and <= (byte)'4' or (byte)'7' or (byte)'8' && Weighted.Two(value, 3) is (>= 1 and <= 12) or (>= 20 and <= 42) or >= 50 && 97 - (Weighted.Number(value[..13]) % 97) == Weighted.Two(value, 13);
}
