using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Nigerian national identification number: Verhoeff check digit; a word near it is obligatory.</summary>
internal sealed class NgNin() : NumberRule("nnnnnnnnnnn", "nnnn nnn nnnn")
{
    public override Detector Describe() => National(
        "ng-nin",
        "Nigerian national identification number",
        "NG",
        "Verhoeff check digit; a word near it is obligatory",
        "National Identity Management Commission, NIN",
        words: ["nin", "nimc", "national identification", "national identity number"],
        trues: ["nin 43072279076", "nimc: 49505004153", "nin=17133512869;", "\"nin\": \"89330550899\"", "the national identity number of the customer is 73326150867."],
        falses: ["nin 82710971508", "nin 373627369417", "nin x74348911790", "reference 30586573524 was sent", "nin 43072279076-123"]);

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.9);

    protected override ReasonFlags Flags => ReasonFlags.Checksum;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsChecked(value);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[11];
        for (var i = 0; i < digits.Length; i++)
        {
            digits[i] = (byte)(value[i] - (byte)'0');
        }

        return Verhoeff.IsValid(digits);
    }
}
