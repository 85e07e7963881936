using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Saudi identity number: first digit 1 or 2, Luhn.</summary>
internal sealed class SaId() : NumberRule("nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "sa-id",
        "Saudi identity number",
        "SA",
        "first digit 1 or 2, Luhn",
        "Saudi Ministry of Interior, national identity and iqama",
        words: ["iqama", "national id", "saudi id", "رقم الهوية", "id number"],
        trues: ["iqama 2314767506", "national id: 2543538447", "iqama=1775506973;", "\"iqama\": \"2245493412\"", "the id number of the customer is 2290797782."],
        falses: ["iqama 1521590751", "iqama 10319956227", "iqama x2464640404", "iqama 17250098", "iqama 2314767506-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.22, 0.22, 0.93);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is (byte)'1' or (byte)'2' && Weighted.IsLuhn(value);
}
