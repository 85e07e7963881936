using System.Text.Json;
using DlpDashboard.Detection;
using DlpDashboard.Tests.House;

namespace DlpDashboard.Tests.Detection.Accuracy;

/// <summary>Cases of another project's recognizers, one entity each, from beside the repository.</summary>
internal static class PublishedCases
{
    /// <summary>Their entities and our detectors.</summary>
    public static readonly IReadOnlyDictionary<string, string> Entities = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["ABA_ROUTING_NUMBER"] = "us-aba-routing", ["AU_ABN"] = "au-abn", ["AU_ACN"] = "au-acn", ["AU_MEDICARE"] = "au-medicare", ["AU_TFN"] = "au-tfn", ["CA_SIN"] = "ca-sin", ["CREDIT_CARD"] = "payment-card", ["CRYPTO"] = "crypto-wallet",
        ["DE_BSNR"] = "de-bsnr", ["DE_FUEHRERSCHEIN"] = "de-driver-licence", ["DE_HEALTH_INSURANCE"] = "de-health-insurance", ["DE_ID_CARD"] = "de-passport", ["DE_LANR"] = "de-lanr", ["DE_PASSPORT"] = "de-passport",
        ["DE_SOCIAL_SECURITY"] = "de-pension-insurance", ["DE_TAX_ID"] = "de-tax-id", ["DE_TAX_NUMBER"] = "de-tax-number", ["DE_VAT_ID"] = "de-vat-id", ["EMAIL_ADDRESS"] = "email", ["ES_NIE"] = "es-nie", ["ES_NIF"] = "es-nif", ["ES_PASSPORT"] = "es-passport",
        ["FI_PERSONAL_IDENTITY_CODE"] = "fi-hetu", ["IBAN_CODE"] = "iban", ["IN_AADHAAR"] = "in-aadhaar", ["IN_GSTIN"] = "in-gstin", ["IN_PAN"] = "in-pan", ["IN_PASSPORT"] = "in-passport", ["IN_VOTER"] = "in-voter-id", ["IP_ADDRESS"] = "ip-address",
        ["IT_DRIVER_LICENSE"] = "it-driver-licence", ["IT_FISCAL_CODE"] = "it-fiscal-code", ["IT_IDENTITY_CARD"] = "it-identity-card", ["IT_PASSPORT"] = "it-passport", ["IT_VAT_CODE"] = "it-vat", ["KR_BRN"] = "kr-brn", ["KR_FRN"] = "kr-frn", ["KR_PASSPORT"] = "kr-passport",
        ["KR_RRN"] = "kr-rrn", ["MAC_ADDRESS"] = "mac-address", ["MEDICAL_LICENSE"] = "us-dea", ["NG_NIN"] = "ng-nin", ["PH_MOBILE_NUMBER"] = "phone", ["PH_TIN"] = "ph-tin", ["PHONE_NUMBER"] = "phone", ["PL_PESEL"] = "pl-pesel",
        ["SE_ORGANISATIONSNUMMER"] = "se-organisation-number", ["SE_PERSONNUMMER"] = "se-personnummer", ["SG_NRIC_FIN"] = "sg-nric", ["SG_UEN"] = "sg-uen", ["TH_TNIN"] = "th-id", ["TR_NATIONAL_ID"] = "tr-kimlik", ["TR_PHONE_NUMBER"] = "phone",
        ["UK_DRIVING_LICENCE"] = "uk-driver-licence", ["UK_NHS"] = "uk-nhs", ["UK_NINO"] = "uk-nino", ["UK_PASSPORT"] = "uk-passport", ["UK_POSTCODE"] = "uk-postcode", ["US_BANK_NUMBER"] = "us-bank-account", ["US_DRIVER_LICENSE"] = "us-driver-licence",
        ["US_ITIN"] = "us-itin", ["US_MBI"] = "us-mbi", ["US_NPI"] = "us-npi", ["US_PASSPORT"] = "us-passport", ["US_SSN"] = "us-ssn", ["ZA_ID_NUMBER"] = "za-id",
    };

    /// <summary>Where they lie, or null.</summary>
    public static string? Path => Beside("pii-cases.jsonl");

    /// <summary>A file of the data beside the repository, or null.</summary>
    public static string? Beside(string file)
    {
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(Sources.Root, "../shared/data", file));
        return File.Exists(path) ? path : null;
    }

    /// <summary>Each case of an entity we have a detector for, and how it was decided here.</summary>
    public static IReadOnlyList<DecidedCase> Decide(string path)
    {
        var inspector = new TextInspector(DetectionEngine.Create(floor: Likelihood.VeryUnlikely));
        var decided = new List<DecidedCase>();
        foreach (var line in File.ReadLines(path))
        {
            using var row = JsonDocument.Parse(line);
            var entity = row.RootElement.GetProperty("entity").GetString()!;
            if (Entities.TryGetValue(entity, out var id))
            {
                decided.Add(Decide(inspector, entity, id, row.RootElement));
            }
        }

        return decided;
    }

    private static DecidedCase Decide(TextInspector inspector, string entity, string id, JsonElement row)
    {
        var found = inspector.Inspect(row.GetProperty("text").GetString()!);
        var count = found.Count(detection => detection.Detector.Id == id);
        var named = found.Count(detection => detection.Detector.Id == id || detection.Reasons.Contains("also:" + id, StringComparer.Ordinal));
        var expected = row.GetProperty("expected");
        var isMissed = expected.ValueKind == JsonValueKind.True || (expected.ValueKind == JsonValueKind.Number && expected.GetInt32() > count);
        return new DecidedCase(entity, id, IsAlike(expected, count), isMissed, IsAlike(expected, named), found.FirstOrDefault(detection => detection.Detector.Id != id)?.Detector.Id);
    }

    // Some cases only ask whether a number is valid.
    private static bool IsAlike(JsonElement expected, int count) => expected.ValueKind switch
    {
        JsonValueKind.True => count > 0,
        JsonValueKind.False => count == 0,
        _ => count == expected.GetInt32(),
    };
}
