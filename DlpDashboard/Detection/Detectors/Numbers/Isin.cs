using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Securities identification number (ISIN): country, Luhn over base 36.</summary>
internal sealed class Isin() : NumberRule("uukkkkkkkkkn")
{
    public override Detector Describe() => National(
        "isin",
        "Securities identification number (ISIN)",
        "world",
        "country, Luhn over base 36",
        "ISO 6166",
        words: ["isin", "security", "securities", "wertpapier", "fund"],
        trues: ["isin GBK537549470", "security: DEKPE7299423", "isin=USZ1N4287604;", "\"isin\": \"DEZCO7205086\"", "the fund of the customer is FRCZ66869626."],
        falses: ["isin GB6GQ2855987", "isin FR1I041047747", "isin xUSMPD1290107", "isin FR41E96734", "isin GBK537549470-123"],
        category: "financial",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.35, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsChecked(value) && value.IndexOfAnyInRange((byte)'0', (byte)'9') < 11;

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        Span<byte> digits = stackalloc byte[24];
        var length = 0;
        foreach (var sign in value)
        {
            var worth = DocumentNumber.ValueOf(sign);
            if (worth > 9)
            {
                digits[length++] = (byte)('0' + (worth / 10));
            }

            digits[length++] = (byte)('0' + (worth % 10));
        }

        return Weighted.IsLuhn(digits[..length]);
    }
}
