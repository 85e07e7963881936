using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Italian VAT number (partita IVA): office, Luhn.</summary>
internal sealed class ItVat() : NumberRule("nnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "it-vat",
        "Italian VAT number (partita IVA)",
        "IT",
        "office, Luhn",
        "Agenzia delle Entrate, partita IVA",
        words: ["partita iva", "p iva", "piva", "iva", "vat"],
        trues: ["partita iva 57839860202", "p iva: 03354800587", "partita iva=04521660201;", "\"partita_iva\": \"87409250104\"", "the vat of the customer is 67721250107."],
        falses: ["partita iva 72706240108", "partita iva 362802305867", "partita iva x91081560582", "partita iva 343812902", "partita iva 57839860202-123"],
        category: "financial");

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.25, 0.92);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Number(value[7..10]) is (>= 1 and <= 100) or 120 or 121 or 888 or 999 && Weighted.IsLuhn(value);
}
