using System.Globalization;

namespace DlpDashboard.Detection.Checks;

/// <summary>The account part's form in each country of the IBAN registry (SWIFT, ISO 13616): counts of <c>n</c> digits, <c>a</c> capitals, <c>c</c> either.</summary>
internal static class IbanForms
{
    private const string Registry =
        "AD8n12c AE19n AL8n16c AT16n AX14n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BJ2c22n BL10n11c2n BR23n1a1c BY4c4n16c CH5n12c CR18n CV21n CY8n16c CZ20n DE18n DJ23n DK14n "
        + "DO4c20n DZ22n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GA23n GB4a14n GE2a16n GF10n11c2n GG4a14n GI4a15c GL14n GP10n11c2n GR7n16c GT24c HN4a20n HR17n HU24n "
        + "IE4a14n IL19n IM4a14n IQ4a15n IR22n IS22n IT1a10n12c JE4a14n JO4a4n18c KM23n KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MA24n MC10n11c2n "
        + "MD20c ME18n MF10n11c2n MG23n MK3n10c2n MN16n MQ10n11c2n MR23n MT4a5n18c MU4a19n3a MZ21n NC10n11c2n NI4a20n NL4a10n NO11n OM3n16c PF10n11c2n PK4a16c PL24n PM10n11c2n "
        + "PS4a21c PT21n QA4a21c RE10n11c2n RO4a16c RS18n RU14n15c SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SN2c22n SO19n ST21n SV4a20n TD23n TF10n11c2n TG2c22n "
        + "TL19n TN20n TR5n17c UA6n19c VA18n VG4a16n WF10n11c2n XK16n YE4a4n18c YT10n11c2n";

    /// <summary>A country's two capitals as one number.</summary>
    public static ushort Country(byte first, byte second) => (ushort)((first << 8) | second);

    /// <summary>By country, a letter for each character of the account part.</summary>
    public static Dictionary<ushort, byte[]> Read() => Registry.Split(' ').ToDictionary(
        entry => Country((byte)entry[0], (byte)entry[1]),
        entry => Expand(entry[2..]));

    private static byte[] Expand(string form)
    {
        var expanded = new List<byte>();
        var digits = 0;
        for (var at = 0; at < form.Length; at++)
        {
            if (!char.IsAsciiDigit(form[at]))
            {
                var times = int.Parse(form.AsSpan(digits, at - digits), CultureInfo.InvariantCulture);
                expanded.AddRange(Enumerable.Repeat((byte)form[at], times));
                digits = at + 1;
            }
        }

        return [.. expanded];
    }
}
