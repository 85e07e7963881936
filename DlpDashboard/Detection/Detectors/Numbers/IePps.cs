using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Irish personal public service number: check letter modulo 23.</summary>
internal sealed class IePps() : NumberRule("nnnnnnna", "nnnnnnnaa")
{
    public override Detector Describe() => National(
        "ie-pps",
        "Irish personal public service number",
        "IE",
        "check letter modulo 23",
        "Department of Social Protection, PPS number",
        words: ["pps", "ppsn", "pps number", "personal public service"],
        trues: ["pps 5705000V", "ppsn: 0455870U", "pps=5067205N;", "\"pps\": \"9297921L\"", "the personal public service of the customer is 4155903U."],
        falses: ["pps 0331917F", "pps 4720969D7", "pps x0355748Q", "pps 463742", "pps 5705000V-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.55, 0.55, 0.96);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[7] == "WABCDEFGHIJKLMNOPQRSTUV"u8[(Weighted.Sum(value, [8, 7, 6, 5, 4, 3, 2]) + (value.Length == 9 && value[8] != (byte)'W' ? (value[8] - 'A' + 1) * 9 : 0)) % 23];
}
