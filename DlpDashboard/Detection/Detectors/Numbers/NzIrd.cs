using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>New Zealand IRD number: check digit modulo 11 in two steps.</summary>
internal sealed class NzIrd() : NumberRule("nnn-nnn-nnn", "nnnnnnnnn", "nn-nnn-nnn")
{
    public override Detector Describe() => National(
        "nz-ird",
        "New Zealand IRD number",
        "NZ",
        "check digit modulo 11 in two steps",
        "Inland Revenue, RWT and NRWT specification, IRD number validation",
        words: ["ird", "ird number", "inland revenue"],
        trues: ["ird 095458084", "ird number: 053-636-128", "ird=089802067;", "\"ird\": \"057-878-061\"", "the inland revenue of the customer is 089-509-572."],
        falses: ["ird 065287375", "ird 0415815657", "ird x048315690", "ird 0873721", "ird 095458084-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.5, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsChecked(value);

    private static bool IsChecked(ReadOnlySpan<byte> value)
    {
        Span<byte> nine = stackalloc byte[9];
        nine.Fill((byte)'0');
        value.CopyTo(nine[(9 - value.Length)..]);
        var check = (11 - (Weighted.Sum(nine, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
        check = check == 10 ? (11 - (Weighted.Sum(nine, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11 : check;
        return Weighted.Number(nine) is >= 10_000_000 and <= 150_000_000 && check == Weighted.Digit(nine, 8);
    }
}
