using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Access.Settings;

/// <summary>
/// What providers charge. Section <c>Pricing</c>. The defaults are public list prices, pay as you go, first tier, without taxes and free amounts:
/// AWS US East (N. Virginia), Azure East US (locally redundant, flat), Google Cloud us-central1, as of 2025. Folders cost nothing.
/// </summary>
public sealed class PricingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Pricing";

    /// <summary>Amazon S3.</summary>
    public PriceList Aws { get; set; } = new()
    {
        Name = "AWS list prices, US East (N. Virginia), 2025",
        ListPer1000 = 0.005m,
        GetPer1000 = 0.0004m,
        TransferPerGb = 0.09m,
        ObjectsPerList = 1000,
        Classes = new(StringComparer.OrdinalIgnoreCase)
        {
            ["STANDARD_IA"] = new() { GetPer1000 = 0.001m, RetrievalPerGb = 0.01m },
            ["ONEZONE_IA"] = new() { GetPer1000 = 0.001m, RetrievalPerGb = 0.01m },
            ["GLACIER_IR"] = new() { GetPer1000 = 0.01m, RetrievalPerGb = 0.03m },
        },
    };

    /// <summary>Azure Blob Storage.</summary>
    public PriceList Azure { get; set; } = new()
    {
        Name = "Azure list prices, East US, 2025",
        ListPer1000 = 0.005m,
        GetPer1000 = 0.0004m,
        TransferPerGb = 0.087m,
        ObjectsPerList = 5000,
        Classes = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Cool"] = new() { GetPer1000 = 0.001m, RetrievalPerGb = 0.01m },
            ["Cold"] = new() { GetPer1000 = 0.01m, RetrievalPerGb = 0.03m },
        },
    };

    /// <summary>Google Cloud Storage.</summary>
    public PriceList Gcp { get; set; } = new()
    {
        Name = "Google Cloud list prices, us-central1, 2025",
        ListPer1000 = 0.005m,
        GetPer1000 = 0.0004m,
        TransferPerGb = 0.12m,
        ObjectsPerList = 1000,
        Classes = new(StringComparer.OrdinalIgnoreCase)
        {
            ["NEARLINE"] = new() { GetPer1000 = 0.001m, RetrievalPerGb = 0.01m },
            ["COLDLINE"] = new() { GetPer1000 = 0.01m, RetrievalPerGb = 0.02m },
            ["ARCHIVE"] = new() { GetPer1000 = 0.05m, RetrievalPerGb = 0.05m },
        },
    };

    /// <summary>The providers that have a table, by id.</summary>
    public static IReadOnlyList<string> Providers { get; } = ["aws", "azure", "gcp"];

    /// <summary>A folder, or any provider without a table: no requests, no cost.</summary>
    public static PriceList Free { get; } = new() { Name = "A folder costs nothing" };

    /// <summary>The prices of a provider's id.</summary>
    public PriceList Of(string provider) => provider switch
    {
        "aws" => Aws,
        "azure" => Azure,
        "gcp" => Gcp,
        _ => Free,
    };

    /// <summary>Whether every table keeps its ranges; nested ones are not looked at by themselves.</summary>
    public static bool AreWell(PricingOptions options) => new[] { options.Aws, options.Azure, options.Gcp }.All(table =>
        IsWell(table) && table.Classes.Values.All(IsWell));

    private static bool IsWell(object table) => Validator.TryValidateObject(table, new ValidationContext(table), validationResults: null, validateAllProperties: true);
}
