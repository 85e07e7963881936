using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Vehicle identification number: alphabet, check character modulo 11.</summary>
internal sealed class Vin() : NumberRule("kkkkkkkkkkknnnnnn", "kkkkkkkkkkkkknnnn")
{
    public override Detector Describe() => National(
        "vin",
        "Vehicle identification number",
        "world",
        "alphabet, check character modulo 11",
        "ISO 3779; 49 CFR 565.15",
        words: ["vin", "chassis", "vehicle", "vehicle identification", "fahrgestellnummer", "fin"],
        trues: ["vin 1HGVSKYS6EC905237", "chassis: 1HG34FC48AE138507", "vin=1HGP9LPC0CC917126;", "\"vin\": \"1HG38LR27GC995172\"", "the fin of the customer is 1HGSXACP2DA343042."],
        falses: ["vin 1HGGA99D7EF061462", "vin 1HGAT5YH6FD1243587", "vin x1HGG8ZZM5DB797763", "vin 1HGDWFDX8AF2761", "vin 1HGVSKYS6EC905237-123"],
        severity: Severity.Medium);

    protected override (double Run, double Grouped, double Supported) Scores => (0.7, 0.7, 0.97);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value.IndexOfAny("IOQ"u8) < 0 && value.IndexOfAnyInRange((byte)'A', (byte)'Z') >= 0 && IsChecked(value);

    private static ReadOnlySpan<byte> Weights => [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

    private static ReadOnlySpan<byte> Letters => [1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9];

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        var sum = 0;
        for (var i = 0; i < value.Length; i++)
        {
            sum += (Ascii.IsDigit(value[i]) ? value[i] - '0' : Letters[value[i] - 'A']) * Weights[i];
        }

        return value[8] == (sum % 11 == 10 ? (byte)'X' : (byte)('0' + (sum % 11)));
    }
}
