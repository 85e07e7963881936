using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Names of people: a known given name and a further word in capitals, a title or greeting and a word in capitals, a known given name alone. Lists hold the usual names only, and names are words
/// too: what stands alone is reported only with a word or key near it that says that a name is here.
/// </summary>
internal sealed class PersonName : DetectorRule
{
    private const int MostWords = 4, NoticeBefore = 64;

    // What stands in front of a name, with the blank behind it, makes an unknown word a name. Titles belong to the name, greetings do not.
    private static readonly string[] Titles =
    [
        "Mr. ", "Mr ", "Mrs. ", "Mrs ", "Ms. ", "Ms ", "Miss ", "Mx. ", "Dr. ", "Dr ", "Prof. ", "Professor ", "Herr ", "Frau ", "Herrn ", "Mme ", "Mlle ", "Madame ", "Monsieur ", "Sra. ", "Srta. ", "Señora ", "Señor ", "Sig. ", "Signora ",
    ];

    private static readonly string[] Greetings = ["Dear ", "ame is ", "Cher ", "Estimado ", "Hi "];

    private static readonly byte[][]?[] TitlesByFirst = ByFirst(Titles);

    private static readonly byte[][]?[] GreetingsByFirst = ByFirst(Greetings);

    private static readonly WordHashes NotAfterOpening = WordHashes.Of("None True False Null Nil Missing Unknown Required Optional Invalid Empty Undefined Too Used Set World There Everyone Everybody Guys Folks Res Fi Tech Sir Madam All Team Customer Customers Sirs Colleague Colleagues Friend Friends Friendly Reader Readers User Users Editor God Hiring The A An My Our Your This That Not Mr Mrs Ms Dr Herr Frau ImGui Valued Member Members Applicant It Is In On");

    public override Detector Describe() => new()
    {
        Id = "person-name",
        Name = "Person's name",
        Category = "contact",
        Region = "world",
        Validation = "lists of given and family names, titles and greetings, capitals",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.Low,
        ContextWords =
        [
            "first name", "last name", "full name", "surname", "family name", "given name", "middle name", "maiden name", "firstname", "lastname", "fullname", "fname", "lname", "customer name", "patient name", "employee name", "contact name", "account holder",
            "cardholder", "card holder", "holder name", "recipient", "beneficiary", "guardian", "spouse", "next of kin", "signed", "signed by", "dear", "patient", "employee", "applicant", "tenant", "name is", "my name", "person", "people", "partner's name", "name", "passenger", "student",
            "nombre", "apellido", "apellidos", "nom", "prénom", "prenom", "vorname", "nachname", "familienname", "cognome", "nome", "sobrenome", "naam", "voornaam", "achternaam", "imię", "imie", "nazwisko", "namn", "navn", "etunimi", "sukunimi", "jméno", "příjmení", "имя", "фамилия",
        ],
        Claim = Claim.Form,
        Mask = MaskStyle.Nothing,
        Source = "lists of names from general knowledge; forms of address",
        TrueSamples =
        [
            "Kimberly Northwood called", "Dear Mr. Okonkwo,", "the patient Maria de Souza was seen", "my name is Tihomila", "John F. Kennedy spoke", "\"first_name\": \"Jessica\"", "Frau Schäfer kommt", "vorname: Günter", "Sophie-Anne Martin", "Dr. Weir",
            "Christopher Roseby wrote", "Elizabeth's house", "Hi Romilda, I am", "said Keiko loudly", "Oscar, can I come?", "Ms Weir", "Mrs Weir",
        ],
        FalseSamples =
        [
            "Kimberly Street", "Dear Sir or Madam", "visit Paris and London", "the Apache Software License", "patrick@host", "Jessica_Smith.txt", "src/Daniel/Brown.cs", "xJessica Brown", "Visual Studio Code", "Dear customer", "the name is None", "Hi There", "Documentation Street",
        ],
    };

    public override IReadOnlyList<string> Fingerprints { get; } =
    [
        @"\W|M[rs] [^ -@[-`{-~]", @"\W|M[rsx]\. [^ -@[-`{-~]", .. Titles.Except(["Mr ", "Ms ", "Mr. ", "Ms. ", "Mx. "]).Concat(Greetings).Select(opening => (opening[0] == 'a' ? "[nN]|" : @"\W|") + Escape(opening) + "[^ -@[-`{-~]"),
    ];

    public override (string Fingerprint, IReadOnlyList<string> Words)? Listed { get; } = (@"[^\w/\\.@\-]|[A-Z][^ -`{-~][^ -@[-`{-~]{2}", [.. GivenNames.Plain.Where(Matching.CapitalWords.CanList)]);

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        if (candidate.Anchor < candidate.ReadTo)
        {
            return false;
        }

        var greeting = LengthOf(GreetingsByFirst, candidate, candidate.Anchor);
        var title = LengthOf(TitlesByFirst, candidate, candidate.Anchor + greeting);
        var opening = greeting + title;
        var start = candidate.Anchor + opening;
        var end = NameReader.Word(candidate, start);
        candidate.Work += 24;
        if (end < 0 || !IsFree(candidate, start - 1))
        {
            return false;
        }

        var first = candidate.Slice(start, end);
        if (opening > 0 && (NotAfterOpening.Has(first) || FamilyNames.IsOther(first) || !NameReader.IsTitled(first)))
        {
            return false;
        }

        var isKnown = IsGiven(first);
        end = Further(candidate, end, isKnown || opening > 0, out var words, out var isFamily);
        candidate.Work += end - start;
        candidate.ReadTo = end;
        if (!(EndsWell(candidate, end) || IsSpeaker(candidate, end)) || (words == 1 && opening == 0 && IsOfAnother(candidate, end)))
        {
            return false;
        }

        if (IsNotice(candidate, candidate.Anchor))
        {
            return isKnown && candidate.Accept(start, end, 0.25, 0.3, ReasonFlags.Structure);
        }

        if (opening > 0)
        {
            return first.Length > 1 && candidate.Accept(start - title, end, isKnown || isFamily ? 0.75 : 0.6, 0.85, isKnown || isFamily ? ReasonFlags.Structure | ReasonFlags.Issuer : ReasonFlags.Structure);
        }

        return isKnown && Weigh(ref candidate, start, end, GivenNames.IsWord(first), words, isFamily);
    }

    /// <summary>Whether it is who speaks: a colon, then speech on the same line.</summary>
    private static bool IsSpeaker(in Candidate candidate, int end) =>
        candidate.At(end) == (byte)':' && (candidate.At(end + 1) is (byte)'"' or (byte)'\\' || (candidate.At(end + 1) == (byte)' ' && candidate.At(end + 2) is (byte)'"'));

    private static bool IsGiven(ReadOnlySpan<byte> word)
    {
        var dash = word.IndexOf((byte)'-');
        return GivenNames.Has(dash > 0 ? word[..dash] : word);
    }

    /// <summary>Whether it is a notice of who holds rights: behind a year, or behind the word on its line. These names are published.</summary>
    private static bool IsNotice(in Candidate candidate, int start)
    {
        if (Ascii.IsDigit(candidate.At(start - 2)) && candidate.At(start - 1) is (byte)' ' or (byte)',' && Ascii.IsDigit(candidate.At(start - 5)) && candidate.At(start - 5) is (byte)'1' or (byte)'2')
        {
            return true;
        }

        var line = candidate.Slice(Math.Max(0, start - NoticeBefore), start);
        line = line[(line.LastIndexOf((byte)'\n') + 1)..];
        return line.IndexOf("opyright"u8) >= 0 || line.IndexOf("(c)"u8) >= 0 || line.IndexOf("(C)"u8) >= 0 || line.IndexOf("©"u8) >= 0 || line.IndexOf("uthor"u8) >= 0 || line.IndexOf("aintainer"u8) >= 0 || line.IndexOf("igned-off-by"u8) >= 0;
    }

    /// <summary>Whether a street, firm or place goes by the name: <c>Kimberly Street</c>.</summary>
    private static bool IsOfAnother(in Candidate candidate, int end)
    {
        var after = candidate.At(end) == (byte)' ' ? NameReader.Word(candidate, end + 1) : -1;
        return after > 0 && FamilyNames.IsOther(candidate.Slice(end + 1, after));
    }

    private static bool Weigh(ref Candidate candidate, int start, int end, bool isWord, int words, bool isFamily)
    {
        if (words == 1)
        {
            var isPerson = isWord ? NameSurroundings.AreInList(candidate, start, end) : IsSpeaker(candidate, end) || NameSurroundings.Speak(candidate, start, end);
            return (isPerson && candidate.Accept(start, end, 0.42, 0.7, ReasonFlags.Structure | ReasonFlags.Issuer)) || (!isWord && candidate.Accept(start, end, 0.3, 0.62, ReasonFlags.Issuer));
        }

        if (isWord)
        {
            return candidate.Accept(start, end, isFamily ? 0.5 : 0.2, isFamily ? 0.8 : 0.62, ReasonFlags.Structure);
        }

        return isFamily ? candidate.Accept(start, end, 0.65, 0.9, ReasonFlags.Structure | ReasonFlags.Issuer) : candidate.Accept(start, end, 0.45, 0.75, ReasonFlags.Structure | ReasonFlags.Issuer);
    }

    /// <summary>The words behind the first one that belong to the name.</summary>
    private static int Further(in Candidate candidate, int end, bool mayGoOn, out int words, out bool isFamily)
    {
        (words, isFamily) = (1, false);
        while (mayGoOn && words < MostWords && candidate.At(end) == (byte)' ')
        {
            var next = NameReader.SkipMiddle(candidate, end + 1);
            var after = NameReader.Word(candidate, next);
            if (after < next + 2 || !EndsWell(candidate, after) || !NameReader.IsTitled(candidate.Slice(next, after)) || FamilyNames.IsOther(candidate.Slice(next, after)))
            {
                break;
            }

            isFamily |= FamilyNames.Has(candidate.Slice(next, after));
            (end, words) = (after, words + 1);
        }

        return end;
    }

    private static byte[][]?[] ByFirst(string[] openings)
    {
        var byFirst = new byte[256][][];
        foreach (var alike in openings.Select(System.Text.Encoding.UTF8.GetBytes).GroupBy(opening => opening[0]))
        {
            byFirst[alike.Key] = [.. alike];
        }

        return byFirst;
    }

    private static int LengthOf(byte[][]?[] openings, in Candidate candidate, int at)
    {
        var text = candidate.Text[at..];
        foreach (var opening in openings[candidate.At(at)] ?? [])
        {
            if (text.StartsWith(opening))
            {
                return opening.Length;
            }
        }

        return 0;
    }

    // Not within a path, an address, a name of a program.
    private static bool IsFree(in Candidate candidate, int before) =>
        !Ascii.IsWord(candidate.At(before)) && candidate.At(before) < 0x80 && candidate.At(before) is not ((byte)'/' or (byte)'\\' or (byte)'.' or (byte)'@' or (byte)'-' or (byte)'$' or (byte)'#');

    private static bool EndsWell(in Candidate candidate, int end) =>
        !Ascii.IsWord(candidate.At(end)) && candidate.At(end) < 0x80 && candidate.At(end) is not ((byte)'@' or (byte)'/' or (byte)'\\' or (byte)'(' or (byte)':' or (byte)'=')
        && !(candidate.At(end) is (byte)'.' or (byte)'-' && Ascii.IsLetterOrDigit(candidate.At(end + 1)));

    private static string Escape(string opening) => string.Concat(System.Text.Encoding.UTF8.GetBytes(opening).Select(sign => sign == '.' ? @"\." : ((char)sign).ToString()));
}
