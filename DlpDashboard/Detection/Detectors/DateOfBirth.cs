using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Dates of birth: a calendar date of a living person's range behind a word or under a key that says so; without one a date is a date.
/// </summary>
internal sealed class DateOfBirth : DetectorRule
{
    public override Detector Describe() => new()
    {
        Id = "date-of-birth",
        Name = "Date of birth",
        Category = "identity",
        Region = "world",
        Validation = "calendar date from 1900 on; a word or key near it is obligatory",
        LikelihoodWithoutContext = Likelihood.VeryUnlikely,
        DefaultSeverity = Severity.Medium,
        ContextWords =
        [
            "date of birth", "birth date", "birthday", "birth", "dob", "d.o.b", "born", "born on", "geboren", "geburtsdatum", "geburtstag", "geb", "né le", "née le", "date de naissance", "naissance", "fecha de nacimiento",
            "nacimiento", "nacido", "nacida", "data di nascita", "nato il", "nata il", "geboortedatum", "data de nascimento",
        ],
        Claim = Claim.Form,
        Mask = MaskStyle.Nothing,
        TrueSamples = ["born 1985-03-12", "DOB: 03/12/1985", "Geburtsdatum 12.03.1985", "born on 12 March 1985", "date of birth: March 12, 1985", "dob=1/2/1990", "birth_date 1985-03-12T00:00:00"],
        FalseSamples = ["1985-03-12", "DOB: 31/02/1985", "born 1785-03-12", "dob 2024-13-45", "birth 1985-03-12 14:22:01", "released 12 March 1985", "dob 12/34/1985"],
    };

    public override IReadOnlyList<string> Fingerprints =>
    [
        // Dates of events have a time behind them; most are refused here, before anything is read.
        @"\W|[12][90]\d\d[\-/.]\d\d[\-/.]\d\d[^\dT :]", @"\W|[12][90]\d\d[\-/.]\d\d[\-/.]\d\d \D", @"\W|[12][90]\d\d[\-/.]\d\d[\-/.]\d\d[T ]00:00",
        @"\W|\d\d[\-/.]\d\d[\-/.][12][90]\d\d\W", @"\W|\d[\-/.]\d\d[\-/.][12][90]\d\d\W", @"\W|\d\d[\-/.]\d[\-/.][12][90]\d\d\W", @"\W|\d[\-/.]\d[\-/.][12][90]\d\d\W",

        // Dates with a month's name are found at their year.
        @"[ \-.,/]|[12][90]\d\d[^\w\-/:]",
    ];

    // Dates are everywhere, these words are not: date of birth, birthday, dob, born, geboren, geburtstag, né, naissance, nacimiento, nascita, nato, geboortedatum.
    public override IReadOnlyList<string> Wakers =>
    [
        "(?i).|birth", "(?i).|born[^a-rt-z]", "(?i).|dob[^a-rt-z]", @"(?i).|d\.o\.b", "(?i).|gebo[or]", "(?i).|geburt", "(?i).|geb[^a-rt-z]", "(?i).|n[^ -~][^ -~][e _.l-]",
        "(?i).|naiss", "(?i).|nacim", "(?i).|nacid", "(?i).|nasci", "(?i).|nat[ao][il _.-]",
    ];

    public override bool Verify(ref Candidate candidate)
    {
        var read = DateReader.Numbers(candidate.Text, candidate.Anchor);
        read = read.End > 0 ? read : DateReader.Words(candidate.Text, candidate.Anchor);
        candidate.Work += 24;
        return read.End > 0 && !Ascii.IsWord(candidate.At(read.Start - 1)) && !HasTime(candidate, read.End)
            && candidate.AcceptSupported(read.Start, read.End, 0.85, ReasonFlags.Structure);
    }

    /// <summary>A time of day behind it makes it the time of an event; midnight is what exports write where there was none.</summary>
    private static bool HasTime(in Candidate candidate, int end)
    {
        var after = candidate.At(end);
        if (Ascii.IsDigit(after) || (after is (byte)'-' or (byte)'/' or (byte)'.' && Ascii.IsDigit(candidate.At(end + 1))))
        {
            return true;
        }

        return after is (byte)'T' or (byte)' ' && Ascii.IsDigit(candidate.At(end + 1)) && Ascii.IsDigit(candidate.At(end + 2)) && candidate.At(end + 3) == (byte)':'
            && !candidate.Text[(end + 1)..].StartsWith("00:00"u8);
    }
}
