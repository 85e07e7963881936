using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Thai identification number: kind of person, province of registration (ISO 3166-2:TH), check digit modulo 11.</summary>
internal sealed class ThId() : NumberRule("nnnnnnnnnnnnn", "n-nnnn-nnnnn-nn-n")
{
    public override Detector Describe() => National(
        "th-id",
        "Thai identification number",
        "TH",
        "province, check digit modulo 11",
        "Department of Provincial Administration, identification numbers",
        words: ["thai id", "citizen id", "identification number", "เลขบัตร", "bat prachachon"],
        trues: ["thai id 1830234029120", "citizen id: 2-7724-17112-88-4", "thai id=6401315583963;", "\"thai_id\": \"6-4702-86164-92-8\"", "the bat prachachon of the customer is 2-6289-68974-89-7."],
        falses: ["thai id 5132975938684", "thai id 43254990104477", "thai id x4873911206017", "thai id 89426971800", "thai id 1784567890124", "thai id 1830234029120-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.8, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is not ((byte)'0' or (byte)'9') && IsProvince(Weighted.Two(value, 1)) && (11 - (Weighted.Sum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 == Weighted.Digit(value, 12);

    private static bool IsProvince(int code) => code is (>= 10 and <= 27) or (>= 30 and <= 49) or (>= 50 and <= 58) or (>= 60 and <= 67) or (>= 70 and <= 77) or (>= 80 and <= 86) or (>= 90 and <= 96);
}
