namespace DlpDashboard.Detection.Custom;

/// <summary>The check digit that a custom detector's values must carry; everything but letters and digits is left out before it is computed.</summary>
public enum ChosenChecksum
{
    /// <summary>None.</summary>
    None,

    /// <summary>Luhn, ISO/IEC 7812-1 annex B: cards, IMEI.</summary>
    Luhn,

    /// <summary>ISO/IEC 7064 MOD 97-10 over digits and letters, the check digits at the end: LEI, creditor references.</summary>
    Mod97,

    /// <summary>The same with the first four characters taken last (ISO 13616): IBAN.</summary>
    Iban,

    /// <summary>Verhoeff, 1969.</summary>
    Verhoeff,

    /// <summary>Damm, 2004.</summary>
    Damm,

    /// <summary>Weights that rise by one from the last digit, which weighs one; the sum is a multiple of eleven, a last X counts ten: ISBN-10 and many account numbers.</summary>
    Mod11,

    /// <summary>ISO/IEC 7064 MOD 11,10.</summary>
    Mod1110,
}
