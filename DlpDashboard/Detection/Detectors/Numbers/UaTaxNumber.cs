using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Ukrainian taxpayer number (RNTRC): check digit modulo 11.</summary>
internal sealed class UaTaxNumber() : NumberRule("nnnnnnnnnn")
{
    public override Detector Describe() => National(
        "ua-tax-number",
        "Ukrainian taxpayer number (RNTRC)",
        "UA",
        "check digit modulo 11",
        "Tax Code of Ukraine, article 70",
        words: ["rntrc", "ipn", "рнокпп", "РНОКПП", "ідентифікаційний", "tax number"],
        trues: ["rntrc 2437888178", "ipn: 2372342278", "rntrc=3978231814;", "\"rntrc\": \"1221524461\"", "the tax number of the customer is 2122105275."],
        falses: ["rntrc 3361789133", "rntrc 26448321547", "rntrc x3087021766", "rntrc 23637963", "rntrc 2437888178-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.25, 0.25, 0.93);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        ((((Weighted.Sum(value[1..], [5, 7, 9, 4, 6, 10, 5, 7]) - Weighted.Digit(value, 0)) % 11) + 11) % 11) % 10 == Weighted.Digit(value, 9);
}
