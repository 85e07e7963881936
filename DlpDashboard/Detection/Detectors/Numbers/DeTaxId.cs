using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>German tax identification number: one digit twice or three times, check digit by ISO 7064.</summary>
internal sealed class DeTaxId() : NumberRule("nnnnnnnnnnn", "nn nnn nnn nnn")
{
    public override Detector Describe() => National(
        "de-tax-id",
        "German tax identification number",
        "DE",
        "one digit twice or three times, check digit by ISO 7064",
        "Bundeszentralamt fuer Steuern, Steuerliche Identifikationsnummer; ISO/IEC 7064 MOD 11,10",
        words: ["steuer", "steuer id", "idnr", "steuernummer", "steueridentifikationsnummer", "identifikationsnummer", "tax id", "tin"],
        trues: ["steuer 52818736941", "steuer id: 89 534 367 125", "steuer=56428793123;", "\"steuer\": \"78 315 624 597\"", "the tin of the customer is 82 697 415 320."],
        falses: ["steuer 81937632545", "steuer 954116378297", "steuer x21768439853", "steuer 917163258", "steuer 52818736941-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.5, 0.65, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] != (byte)'0' && IsMixed(value[..10]) && Weighted.IsMod11And10(value);

    // Forms and manuals show the digits in sequence, none twice, with the check digit that belongs to them.
    protected override bool IsWellFormed(ReadOnlySpan<byte> value) => value[0] != (byte)'0' && NumberReader.IsMonotonous(value[..10]) && value[1] != value[0] && Weighted.IsMod11And10(value);

    protected override (double Alone, double Supported) Formed => (0.05, 0.35);

    private static bool IsMixed(ReadOnlySpan<byte> digits)
    {
        Span<byte> counts = stackalloc byte[10];
        counts.Clear();
        foreach (var digit in digits)
        {
            counts[digit - '0']++;
        }

        var repeated = counts.Length - counts.Count((byte)0) - counts.Count((byte)1);
        return repeated == 1 && counts.IndexOfAnyInRange((byte)4, (byte)10) < 0;
    }
}
