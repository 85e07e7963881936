namespace DlpDashboard.Detection.Checks;

/// <summary>Words by which an address is known, in the languages of Europe and the Americas, in small letters.</summary>
internal static class StreetWords
{
    /// <summary>Kinds of streets that stand behind the name.</summary>
    public static WordHashes Behind { get; } = WordHashes.Of(
        "street st st. road rd rd. avenue ave ave. lane ln ln. drive dr dr. boulevard blvd blvd. way court ct ct. place pl pl. square sq sq. terrace crescent parkway pkwy highway hwy circle cir trail alley row mews grove quay esplanade parade turnpike "
        + "straße strasse str str. weg gasse platz allee ufer damm straat laan plein gracht kade singel vej gade allé gata gatan väg vägen vei veien plass katu kuja utca u. út útja tér körút rakpart sétány ulice náměstí třída cesta trg ulica obala sokak sok. caddesi cad. cd. bulvarı");

    /// <summary>Kinds of streets that stand before it.</summary>
    public static WordHashes Before { get; } = WordHashes.Of(
        "rue chemin impasse allée allee quai cours route faubourg sentier chaussée ruelle avenue av. av boulevard bd place calle c/ avenida avda avda. paseo plaza carrera carretera camino callejón travesía ronda rambla passeig carrer via viale piazza corso vicolo strada largo piazzale "
        + "rua travessa praça praca alameda estrada rodovia ulica ul ul. aleja al. osiedle os. plac náměstí nám. bulevardul calea улица ул. проспект просп. переулок бульвар бул. οδός λεωφόρος αγ.");

    /// <summary>Endings of words that are a street's name and kind in one.</summary>
    public static IReadOnlyList<string> Endings { get; } =
    [
        "strasse", "straße", "str.", "lände", "stræde", "torv", "gasse", "platz", "allee", "weg", "ufer", "straat", "laan", "plein", "gracht", "dreef", "kade", "singel", "vej", "gade", "gatan", "gata", "vägen", "vagen", "veien", "vegen", "vei", "katu", "tie", "polku", "brautir", "götu", "gata", "stien", "parken", "hof", "steeg", "damm", "ring",
    ];

    /// <summary>Parts of a house, each with a number or letter behind it.</summary>
    public static WordHashes Units { get; } = WordHashes.Of("apt apt. apartment suite ste ste. unit flat floor fl. room rm. building bldg bldg. box po p.o. pobox postfach casilla piso depto dpto lote bloco apto apto. appt appt. etage lgh porta interno scala");

    /// <summary>Of these, what means nothing else.</summary>
    public static WordHashes Flats { get; } = WordHashes.Of("apt apt. apartment suite ste flat apto apto. appt appt. lgh etage");

    /// <summary>States, provinces and other regions that stand as two or three capitals before a postcode.</summary>
    public static WordHashes States { get; } = WordHashes.Of(
        "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy pr vi gu as mp aa ae ap ab bc mb nb nl ns nt nu on pe qc sk yt nsw vic qld tas act wa sa nt");

    /// <summary>Small words between the parts of a street's name.</summary>
    public static WordHashes Links { get; } = WordHashes.Of("de la le les du des del della delle degli dei da do dos das van von der den het 't ter ten zu zum zur am an im in auf und et y e i and of the av af på på' i na nad pod di d l corner");

    /// <summary>Countries and their usual names, as the last word of an address.</summary>
    public static WordHashes Countries { get; } = WordHashes.Of(
        "usa u.s.a. uk england scotland wales ireland germany deutschland france spain españa italy italia portugal netherlands nederland belgium belgië austria österreich switzerland schweiz suisse denmark danmark sweden sverige norway norge finland suomi poland polska czechia slovakia hungary magyarország romania bulgaria "
        + "greece croatia slovenia serbia ukraine russia turkey türkiye canada mexico méxico brazil brasil argentina chile colombia peru perú uruguay venezuela ecuador bolivia paraguay australia india china japan singapore malaysia indonesia thailand vietnam philippines israel egypt nigeria kenya ghana "
        + "afghanistan albania algeria andorra angola armenia azerbaijan bahamas bahrain bangladesh barbados belarus belize benin bhutan botswana brunei burundi cambodia cameroon chad comoros congo cuba cyprus djibouti dominica eritrea estonia eswatini swaziland ethiopia fiji gabon gambia georgia "
        + "grenada guatemala guinea guyana haiti honduras iceland iran iraq jamaica jordan kazakhstan kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia madagascar malawi maldives mali malta mauritania mauritius micronesia moldova "
        + "monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal nicaragua niger oman pakistan palau palestine panama qatar rwanda samoa senegal seychelles somalia sudan suriname syria taiwan tajikistan tanzania togo tonga tunisia turkmenistan tuvalu uganda uzbekistan vanuatu "
        + "yemen zambia zimbabwe");
}
