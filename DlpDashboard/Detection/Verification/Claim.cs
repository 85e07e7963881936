namespace DlpDashboard.Detection.Verification;

/// <summary>
/// How strong a detector's claim on its bytes is. Of two overlapping values the higher claim stays whatever the scores are;
/// within one claim the higher score, then the longer value, then the detector earlier in the catalogue.
/// </summary>
internal enum Claim
{
    /// <summary>A value known by its form or its surroundings: national numbers, telephone numbers, dates, addresses, a password after its name.</summary>
    Form,

    /// <summary>A long number with issuer and check digit: a card.</summary>
    CheckedNumber,

    /// <summary>A number with country, length and two check digits: an IBAN, in which a card can hide.</summary>
    CheckedAccount,

    /// <summary>A token of one issuer.</summary>
    Token,

    /// <summary>A text that holds a secret and more: a connection string.</summary>
    Container,

    /// <summary>A key in its armour.</summary>
    Key,

    /// <summary>A whole credential file, with the key inside it.</summary>
    CredentialFile,
}
