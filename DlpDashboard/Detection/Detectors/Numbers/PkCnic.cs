using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Pakistani identity card number (CNIC): province and layout.</summary>
internal sealed class PkCnic() : NumberRule("nnnnn-nnnnnnn-n")
{
    public override Detector Describe() => National(
        "pk-cnic",
        "Pakistani identity card number (CNIC)",
        "PK",
        "province and layout",
        "NADRA, CNIC",
        words: ["cnic", "nic", "nadra", "identity card"],
        trues: ["cnic 17857-4137112-5", "nic: 37189-5432387-8", "cnic=56479-4809703-5;", "\"cnic\": \"40617-7488556-6\"", "the identity card of the customer is 73292-5440162-2."],
        falses: ["cnic 92535-8319465-6", "cnic 19940-3496556-87", "cnic x11080-8099475-2", "cnic 74590-2153865", "cnic 517857-4137112-5"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.35, 0.35, 0.95);

    public override int Revision => 3;

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        value[0] is >= (byte)'1' and <= (byte)'8';
}
