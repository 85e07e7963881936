using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors.Numbers;

/// <summary>British postcode: outward and inward code; a word near it or none.</summary>
internal sealed class UkPostcode() : NumberRule(
    "an naa", "ann naa", "aan naa", "aann naa", "ana naa", "aana naa", "annaa", "annnaa", "aannaa", "aannnaa", "ananaa", "aananaa")
{
    public override Detector Describe() => National(
        "uk-postcode",
        "British postcode",
        "GB",
        "outward and inward code; a word near it or none",
        "Royal Mail, Postcode Address File",
        words: ["postcode", "post code", "postal code", "zip", "address", "addr", "postal address", "deliver", "delivery"],
        trues: ["postcode LS12 4PZ", "post code: M9 5LN", "postcode=M3 0JE;", "\"postcode\": \"NW15 6LS\"", "the delivery of the customer is NW5 7GA."],
        falses: ["postcode VA1 1AA", "postcode M1 1CA", "postcode M1 1A", "postcode xM1 1AAx", "postcode 1M 1AA"],
        category: "contact",
        severity: Severity.Low);

    protected override (double Run, double Grouped, double Supported) Scores => (0.2, 0.3, 0.65);

    protected override ReasonFlags Flags => ReasonFlags.Structure;

    protected override bool IsValid(ReadOnlySpan<byte> value) =>
        IsArea(value) && !DocumentNumber.HasAny(value[^2..], "CIKMOV"u8);

    private const string Areas =
        " AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GIR GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE ";

    private static bool IsArea(ReadOnlySpan<byte> value)
    {
        Span<char> area = [' ', (char)value[0], Ascii.IsLetter(value[1]) ? (char)value[1] : ' ', ' '];
        return Areas.AsSpan().IndexOf(area[..(Ascii.IsLetter(value[1]) ? 4 : 3)], StringComparison.Ordinal) >= 0;
    }
}
