using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>UK driving licence number: surname, date of birth and initials in their places.</summary>
internal sealed class UkDriverLicence() : NumberRule("kkkkknnnnnnkknuu")
{
    public override Detector Describe() => National(
        "uk-driver-licence",
        "UK driving licence number",
        "GB",
        "surname, date of birth and initials in their places",
        "Driver and Vehicle Licensing Agency, driver number format",
        words: ["driving licence", "driver number", "dvla", "licence number", "driving license"],
        trues: ["driving licence BNJLF604160KK9BC", "driver number: GDKBB807277LK9EA", "driving licence=HDNMM705086EK9DB;", "\"driving_licence\": \"HNMNN603191DK9IC\"", "the driving license of the customer is DDJMN610195JK9DE."],
        falses: ["driving licence NKKGD813044BK9CJ", "driving licence JHFGG708037CK9JH7", "driving licence xGLNDH601243KK9CH", "driving licence LFKJN608113B95", "driving licence BNJLF604160KK9BC-123"]);

    protected override (double Run, double Grouped, double Supported) Scores => (0.65, 0.65, 0.95);

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsSurname(value[..5]) && Weighted.Two(value, 6) % 50 is >= 1 and <= 12 && Weighted.Two(value, 8) is >= 1 and <= 31;

    // Letters, and nines behind a short name.
    private static bool IsSurname(ReadOnlySpan<byte> name) => name.TrimEnd((byte)'9').IndexOfAnyExceptInRange((byte)'A', (byte)'Z') < 0 && name[0] != (byte)'9';
}
