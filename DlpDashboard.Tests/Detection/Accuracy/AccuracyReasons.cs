namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>Why an entity's cases are decided otherwise here, in a line each.</summary>
internal static class AccuracyReasons
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["FI_PERSONAL_IDENTITY_CODE"] = "glued to the word before it",
        ["SE_PERSONNUMMER"] = "glued to the word before it",
        ["IN_GSTIN"] = "these cases ask about the account number inside it only",
        ["IT_FISCAL_CODE"] = "the check letter is wrong",
        ["DE_BSNR"] = "nine digits without a check digit; the check digit of another kind is right",
        ["SG_NRIC_FIN"] = "the check letter is wrong",
        ["DE_ID_CARD"] = "written in small letters: capitals only are read",
        ["NG_NIN"] = "a placeholder of that test, no number",
        ["PHONE_NUMBER"] = "the same text is listed with one and with two numbers, by how lenient a library was asked to be; here a number glued to a word is none",
        ["PH_MOBILE_NUMBER"] = "two are numbers of other countries there and telephone numbers here; one has the check digits of another kind",
        ["TR_PHONE_NUMBER"] = "not of that country, telephone numbers of others all the same",
        ["IP_ADDRESS"] = "inside another value or at the border of a longer token",
        ["TH_TNIN"] = "the digits are valid as a number of another kind too",
        ["UK_POSTCODE"] = "one postcode has a form of its own",
        ["US_BANK_NUMBER"] = "without check digit and without a word near it: any number",
        ["US_PASSPORT"] = "nine digits are valid as a number of another kind",
        ["US_SSN"] = "two values glued together by wrong dashes",
        ["ZA_ID_NUMBER"] = "these cases ask about a date only",
    };

    /// <summary>The reason for an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="isClaimed">Whether another detector claims its characters.</param>
    public static string Of(string entity, bool isClaimed) => Known.GetValueOrDefault(entity, isClaimed ? "the digits are valid as a number of another kind too; without a word near them the likelier is named" : "no word near it says what it is");
}
