namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>Why an entity's cases are decided otherwise here, in a line each.</summary>
internal static class AccuracyReasons
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["AU_TFN"] = "digits in sequence are no number anybody was given",
        ["DE_HEALTH_INSURANCE"] = "valid as both; without a word near it the passport is the likelier",
        ["DE_TAX_NUMBER"] = "digits in sequence are no number anybody was given",
        ["DE_TAX_ID"] = "no digit occurs twice, which the law of these numbers asks for",
        ["FI_PERSONAL_IDENTITY_CODE"] = "glued to the word before it",
        ["SE_PERSONNUMMER"] = "glued to the word before it",
        ["IN_GSTIN"] = "some cases ask about a part of the number only",
        ["IN_PAN"] = "the fourth letter is no kind of holder",
        ["IT_FISCAL_CODE"] = "the check letter is wrong",
        ["IT_PASSPORT"] = "two letters and seven digits are a passport of several countries; without a word it is not known whose",
        ["NG_NIN"] = "a placeholder of that test, no number",
        ["PHONE_NUMBER"] = "the same text is listed with one and with two numbers, by how lenient a library was asked to be; here a number glued to a word is none",
        ["PH_MOBILE_NUMBER"] = "a bare number is a telephone number of several countries, or has the check digits of another kind",
        ["TR_PHONE_NUMBER"] = "a bare number is a telephone number of several countries, or has the check digits of another kind",
        ["IP_ADDRESS"] = "inside another value or at the border of a longer token",
        ["KR_RRN"] = "the date is none of the calendar, or another kind claims the number",
        ["TH_TNIN"] = "digits in sequence; numbers with an unassigned first province are not told apart",
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
