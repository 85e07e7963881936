using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>Japanese individual number (My Number): check digit modulo 11.</summary>
internal sealed class JpMyNumber() : NumberRule("nnnnnnnnnnnn", "nnnn_nnnn_nnnn")
{
    public override Detector Describe() => National(
        "jp-my-number",
        "Japanese individual number (My Number)",
        "JP",
        "check digit modulo 11",
        "Ministry of Internal Affairs and Communications, ordinance 85 of 2014",
        words: ["my number", "mynumber", "individual number", "kojin bango", "マイナンバー", "個人番号"],
        trues: ["my number 107775463634", "mynumber: 7291 3333 4378", "my number=924699130343;", "\"my_number\": \"9648 4658 8972\"", "the 個人番号 of the customer is 6476 5179 8136."],
        falses: ["my number 670054872204", "my number 7070123259477", "my number x259964417265", "my number 3356866826", "my number 107775463634-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.3, 0.35, 0.95);

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        Weighted.Sum(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11 is var rest && (rest <= 1 ? 0 : 11 - rest) == Weighted.Digit(value, 11);
}
