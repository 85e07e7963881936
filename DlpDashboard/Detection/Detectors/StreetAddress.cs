using DlpDashboard.Detection.Checks;
using DlpDashboard.Detection.Verification;

namespace DlpDashboard.Detection.Detectors;

/// <summary>
/// Postal addresses: a house number and a street in the ways of Europe and the Americas, with part of a house, place, region, postcode and country where they follow, over several lines. What has
/// a number and a name only, needs a word or key near it.
/// </summary>
internal sealed class StreetAddress : DetectorRule
{
    private static readonly string[] Numbers = [@"[^\w.,:/+\-]|[1-9] ", @"[^\w.,:/+\-]|\d[\dA-Z] ", @"[^\w.,:/+\-]|\d\d[\dA-Z] ", @"[^\w.,:/+\-]|\d{3}[\dA-Z] ", @"[^\w.,:/+\-]|\d{5} "];

    private static readonly string[] Openings = ["rue ", "calle ", "via ", "viale ", "piazza ", "rua ", "avenida ", "avenue ", "boulevard ", "paseo ", "plaza ", "ul. ", "ulica "];

    private static readonly string[] Endings = ["strasse ", "straße ", "str. ", "gasse ", "platz ", "straat ", "laan ", "vej ", "gade ", "gatan ", "vägen ", "veien ", "weg ", "allee "];

    public override Detector Describe() => new()
    {
        Id = "street-address",
        Name = "Postal address",
        Category = "contact",
        Region = "world",
        Validation = "house number, kind of street, part of a house, region and postcode",
        LikelihoodWithoutContext = Likelihood.Possible,
        DefaultSeverity = Severity.Medium,
        ContextWords =
        [
            "address", "addresses", "home address", "street address", "billing address", "shipping address", "postal address", "addr", "street", "address line", "lives at", "live at", "resident", "residence", "deliver to", "ship to", "mailing", "return to", "meet me at", "taxi to", "sent to",
            "adresse", "anschrift", "wohnhaft", "strasse", "straße", "dirección", "direccion", "domicilio", "indirizzo", "residenza", "endereço", "endereco", "morada", "adres", "adresa", "adress", "osoite", "cím", "zip", "postcode",
        ],
        Claim = Claim.Form,
        Mask = MaskStyle.Nothing,
        Source = "Universal Postal Union, addressing systems; words from general knowledge",
        TrueSamples =
        [
            "1600 Pennsylvania Avenue NW, Washington, DC 20500", "221B Baker Street, London NW1 6XE", "Hauptstraße 5, 10115 Berlin", "12 rue Victor Hugo, 75002 Paris", "Calle Mayor 15, 28013 Madrid", "Via Roma 10, 00184 Roma", "ul. Długa 7, 31-147 Kraków",
            "address: 67 Wallis Drive\nSuite 511\nRandwick", "Herengracht 502, 1017 CB Amsterdam is where we met: Herenstraat 12", "Rua Augusta 1500", "My zip code is 29687", "USNS Holm\nFPO AA 88037", "address: 98 Grote Baan 477, Kaster", "60 Dašická 688\n Apt. 328\n Turkovice",
        ],
        FalseSamples = ["12 March 2024", "3 Apples a day", "see section 5 of the Street Code", "200 OK", "10 Downing", "version 12 Beta", "the road to 5 nowhere", "127 Main menu items", "port 8080 is open", "100 Mbit", "zip file 12345", "unzip 20480", "zip: 12345"],
    };

    public override IReadOnlyList<string> Fingerprints { get; } =
    [
        .. Numbers.Select(row => row + "[^ -@[-`a-z{-~]"), .. Openings.Select(opening => @"(?i)\W|" + Text(opening) + "[^ -@[-`{-~]"), .. Endings.Select(ending => "[^ -@[-`{-~]|" + Text(ending) + @"\d"), @"\W|[AFD]PO A[AEP] \d{5}\W", @"[zZ]|[iI][pP][ :=_""][^a-bd-hj-zA-BD-HJ-Z]",
    ];

    public override int Revision => 2;

    public override bool Verify(ref Candidate candidate)
    {
        var start = candidate.Anchor;
        if (start < candidate.ReadTo)
        {
            return false;
        }

        if (candidate.At(start) is (byte)'i' or (byte)'I' && candidate.At(start - 1) is (byte)'z' or (byte)'Z' && !Ascii.IsWord(candidate.At(start - 2)))
        {
            return IsPostcode(ref candidate, start + 2);
        }

        if (!Ascii.IsDigit(candidate.At(start)) && NameReader.IsLetter(candidate.At(start - 1)))
        {
            start = StartOfWord(candidate, start);
        }

        if (start < candidate.ReadTo || Ascii.IsWord(candidate.At(start - 1)) || candidate.At(start - 1) is (byte)'/' or (byte)'\\' or (byte)'.' or (byte)'-')
        {
            return false;
        }

        var reader = new StreetReader(candidate, start);
        reader.Read();
        candidate.Work += reader.ReadTo - start;
        candidate.ReadTo = reader.End > start ? reader.End : Math.Max(candidate.ReadTo, start + ((reader.ReadTo - start) / 2));
        var evidence = reader.Evidence;
        if (evidence < 2 && reader.EndOfPlain > start && Ascii.IsDigit(candidate.At(start)))
        {
            return candidate.AcceptSupported(start, reader.EndOfPlain, 0.62, ReasonFlags.None);
        }

        if (evidence < 2 || reader.End - start < 6 || candidate.Slice(start, reader.End).IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
        {
            return false;
        }

        var isNumbered = Ascii.IsDigit(candidate.At(start));
        return evidence >= 4 || IsMilitary(candidate, start) ? candidate.Accept(start, reader.End, 0.65, 0.9, ReasonFlags.Structure)
            : evidence == 3 || (isNumbered && (reader.HasStreet || reader.HasFlat)) ? candidate.Accept(start, reader.End, 0.45, 0.8, ReasonFlags.Structure)
            : candidate.Accept(start, reader.End, 0.25, 0.65, ReasonFlags.None);
    }

    // APO, FPO, DPO with a region of the armed forces and a postcode.
    private static bool IsMilitary(in Candidate candidate, int start) =>
        candidate.At(start) is (byte)'A' or (byte)'F' or (byte)'D' && candidate.At(start + 1) == (byte)'P' && candidate.At(start + 2) == (byte)'O' && candidate.At(start + 3) == (byte)' ';

    // "zip code is 20500", "ZIP: 20500-0005".
    private static bool IsPostcode(ref Candidate candidate, int at)
    {
        Span<byte> digits = stackalloc byte[5];
        var text = candidate.Text[at..];
        at += text.StartsWith(" code"u8) || text.StartsWith("_code"u8) || text.StartsWith(" Code"u8) ? 5 : 0;
        at += candidate.Text[at..].StartsWith(" is"u8) ? 3 : 0;
        for (var gap = 0; gap < 4 && candidate.At(at) is (byte)' ' or (byte)':' or (byte)'=' or (byte)'"'; gap++)
        {
            at++;
        }

        candidate.Work += 16;
        return NumberReader.Run(candidate, at, digits) == digits.Length && candidate.StandsAlone(at, at + digits.Length) && !NumberReader.IsMonotonous(digits)
            && candidate.Accept(at, at + digits.Length, 0.45, 0.65, ReasonFlags.Structure);
    }

    private static int StartOfWord(in Candidate candidate, int at)
    {
        var start = at;
        while (at - start < NameReader.LongestWord && (NameReader.IsLetter(candidate.At(start - 1)) || candidate.At(start - 1) == (byte)'-'))
        {
            start--;
        }

        return start;
    }

    private static string Text(string text) => string.Concat(System.Text.Encoding.UTF8.GetBytes(text).Select(sign => sign >= 0x80 ? "[^ -@[-`{-~]" : sign == '.' ? @"\." : ((char)sign).ToString()));
}
