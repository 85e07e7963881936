using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Polish tax number (NIP): check digit modulo 11.</summary>
internal sealed class PlNip() : NumberRule("nnn-nnn-nn-nn", "nnnnnnnnnn", "nnn-nn-nn-nnn")
{
    public override Detector Describe() => National(
        "pl-nip",
        "Polish tax number (NIP)",
        "PL",
        "check digit modulo 11",
        "Ustawa o zasadach ewidencji i identyfikacji podatnikow",
        words: ["nip", "podatnik", "numer identyfikacji podatkowej", "vat"],
        trues: ["nip 8288876500", "podatnik: 5966405662", "nip=2502063078;", "\"nip\": \"9297813468\"", "the vat of the customer is 3220208477."],
        falses: ["nip 8998655198", "nip 34324432207", "nip x4397515532", "nip 36158485", "nip 8288876500-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.6, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && Weighted.Sum(value, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == Weighted.Digit(value, 9);
}
