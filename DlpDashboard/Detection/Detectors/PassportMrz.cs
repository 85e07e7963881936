using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// The machine-readable lines of passports (two of 44), identity cards (three of 30, two of 36) and visas of any country, with their four or five check digits; also a passport's
/// lower line alone.
/// </summary>
internal sealed class PassportMrz : DetectorRule
{
    private const int Passport = 44, TwoLines = 36, ThreeLines = 30;

    public override Detector Describe() => new()
    {
        Id = "passport-mrz",
        Name = "Machine-readable lines of a travel document",
        Category = "identity",
        Region = "world",
        Validation = "layout and check digits by weights 7 3 1",
        LikelihoodWithoutContext = Likelihood.VeryLikely,
        DefaultSeverity = Severity.High,
        ContextWords = ["passport", "mrz", "machine readable", "travel document", "reisepass", "passeport", "pasaporte", "passaporto", "visa", "id card", "identity card", "ausweis"],
        Claim = Claim.Token,
        Mask = MaskStyle.Nothing,
        Source = "ICAO Doc 9303, parts 3 to 7",
        TrueSamples =
        [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10", "I<UTOD231458907<<<<<<<<<<<<<<<\r\n7408122F1204159UTO<<<<<<<<<<<6\r\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
            "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6", "L898902C36UTO7408122F1204159ZE184226B<<<<<10", "mrz: P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<L898902C36UTO7408122F1204159ZE184226B<<<<<10",
        ],
        FalseSamples =
        [
            "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C37UTO7408122F1204159ZE184226B<<<<<10", "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<11",
            "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<7", "xL898902C36UTO7408122F1204159ZE184226B<<<<<10", "P<UTOERIKSSON<<ANNA<MARIA",
        ],
    };

    public override IReadOnlyList<string> Fingerprints => [@"[^\w<]|[PVIAC][A-Z0-9<][A-Z<]{3}[A-Z0-9<]{12}", @"[^\w<]|[A-Z0-9<]{9}[0-9<][A-Z<]{3}\d\d[01]\d"];

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        var length = TravelDocument.Run(candidate, start, 2 * Passport);
        candidate.Work += length;
        if (length == ThreeLines)
        {
            return Card(ref candidate, start);
        }

        if (length is 2 * Passport or 2 * TwoLines)
        {
            return TravelDocument.IsLower(candidate.Slice(start + (length / 2), start + length)) && Take(ref candidate, start + length);
        }

        if (length is not (Passport or TwoLines))
        {
            return false;
        }

        var below = NextLine(candidate, start + length);
        if (below > 0 && TravelDocument.Run(candidate, below, length) == length && TravelDocument.IsLower(candidate.Slice(below, below + length)))
        {
            return Take(ref candidate, below + length);
        }

        return length == Passport && TravelDocument.IsLower(candidate.Slice(start, start + length)) && Take(ref candidate, start + length);
    }

    private static bool Card(ref Candidate candidate, int start)
    {
        var middle = NextLine(candidate, start + ThreeLines);
        if (middle < 0 || TravelDocument.Run(candidate, middle, ThreeLines) != ThreeLines
            || !TravelDocument.IsCard(candidate.Slice(start, start + ThreeLines), candidate.Slice(middle, middle + ThreeLines)))
        {
            return false;
        }

        var names = NextLine(candidate, middle + ThreeLines);
        var hasNames = names > 0 && TravelDocument.Run(candidate, names, ThreeLines) == ThreeLines;
        return Take(ref candidate, hasNames ? names + ThreeLines : middle + ThreeLines);
    }

    private static bool Take(ref Candidate candidate, int end) => candidate.Accept(candidate.Anchor, end, 0.97, 0.99, ReasonFlags.Checksum | ReasonFlags.Structure);

    /// <summary>Behind a line's end, written as such, as a blank, or as JSON writes it.</summary>
    private static int NextLine(in Candidate candidate, int at)
    {
        at += candidate.At(at) == (byte)'\r' ? 1 : 0;
        if (candidate.At(at) == (byte)'\\')
        {
            return candidate.At(at + 1) == (byte)'n' ? at + 2 : -1;
        }

        return candidate.At(at) is (byte)'\n' or (byte)' ' ? at + 1 : -1;
    }
}
