using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Indonesian identity number (NIK): region and birth date; a word near it is obligatory.</summary>
internal sealed class IdNik() : NumberRule("nnnnnnnnnnnnnnnn")
{
    public override Detector Describe() => National(
        "id-nik",
        "Indonesian identity number (NIK)",
        "ID",
        "region and birth date; a word near it is obligatory",
        "Direktorat Jenderal Kependudukan, NIK",
        words: ["nik", "ktp", "nomor induk kependudukan", "e-ktp"],
        trues: ["nik 3273112209620815", "ktp: 5171071804630500", "nik=5171051701610224;", "\"nik\": \"5171091107540302\"", "the e-ktp of the customer is 3273060703650513."],
        falses: ["nik 3273030713490563", "nik 32730616019001587", "nik x3273012209810031", "reference 3273021708540327 was sent", "nik 3273112209620815-123"]);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.85);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Two(value, 0) is >= 11 and <= 96 && Weighted.Two(value, 6) % 40 is >= 1 and <= 31 && Weighted.Two(value, 8) is >= 1 and <= 12 && Weighted.Number(value[12..]) > 0;
}
