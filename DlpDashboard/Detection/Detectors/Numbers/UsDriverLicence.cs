using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>US driver's licence: layouts of the states; a word near it is obligatory.</summary>
internal sealed class UsDriverLicence() : NumberRule(
    "nnnnnnnn", "nnnnnnnnn", "nnnnnnnnnn", "nnnnnnnnnnnn", "annnnn", "annnnnn", "annnnnnn", "annnnnnnn", "annnnnnnnn", "annnnnnnnnn", "annnnnnnnnnn", "annnnnnnnnnnn", "annnnnnnnnnnnn", "annnnnnnnnnnnnn", "aannnnnn", "aannnnnna", "nnnaannnn", "nnaaannnnn", "aaannnnnn", "nnnnnnnnaa", "nnnnnnna", "annn-nnnn-nnnn", "annn-nnn-nn-nnn-n", "annn-nnnn-nnnn-nn", "nnn-nnn-nnn", "nnn nnn nnn")
{
    public override Detector Describe() => National(
        "us-driver-licence",
        "US driver's licence",
        "US",
        "layouts of the states; a word near it is obligatory",
        "American Association of Motor Vehicle Administrators; licence formats of the states",
        words: ["driver's license", "drivers license", "driver license", "driver licence", "driver's licence", "drivers licence", "driving license", "driving licence", "license number", "licence number", "license no", "dl number", "dl no", "dln", "dl", "cdl", "dmv", "driver id"],
        trues: ["driver's license F44026859", "drivers license: K28907866", "driver's license=MD760313;", "\"drivers_license\": \"FD590109\"", "the driver id of the customer is 815901396."],
        falses: ["driver license C12T345672", "driver license ABCDABCDEFGHIJ", "license C1234", "invoice D1234567", "driver license xy1234567z", "driver license 123456-7"]);

    public override IReadOnlyList<string> Wakers => [@"(?i).|driv[ei][rn]", @"(?i).|dl[^a-mo-rt-z]", @"(?i).|dmv", @"(?i).|licen[cs]e[ _.\-n]"];

    protected override bool NeedsSupport => true;

    protected override (double Run, double Grouped, double Supported) Scores => (0, 0, 0.75);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value.IndexOfAnyInRange((byte)'1', (byte)'9') >= 0;
}
