namespace DlpDashboard.Storage.Prices;

/// <summary>
/// The prices that come with the app: what the providers publish for pay as you go, as of 2025. Without a region: AWS US East (N. Virginia), Azure East US with locally redundant storage, Google Cloud us-central1.
/// They are to be replaced where they are not what is paid.
/// </summary>
internal static class ListPrices
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StoragePrice> All { get; } =
    [
        .. Of("aws", "", ("", 0.023m), ("STANDARD", 0.023m), ("REDUCED_REDUNDANCY", 0.024m), ("INTELLIGENT_TIERING", 0.023m), ("STANDARD_IA", 0.0125m), ("ONEZONE_IA", 0.01m), ("GLACIER_IR", 0.004m), ("GLACIER", 0.0036m), ("DEEP_ARCHIVE", 0.00099m)),
        .. Of("aws", "eu-central-1", ("", 0.0245m), ("STANDARD", 0.0245m), ("INTELLIGENT_TIERING", 0.0245m), ("STANDARD_IA", 0.0135m), ("ONEZONE_IA", 0.0108m), ("GLACIER_IR", 0.005m), ("GLACIER", 0.00405m), ("DEEP_ARCHIVE", 0.0018m)),
        .. Of("aws", "ap-", ("", 0.025m), ("STANDARD", 0.025m), ("INTELLIGENT_TIERING", 0.025m), ("STANDARD_IA", 0.0138m), ("ONEZONE_IA", 0.011m), ("GLACIER_IR", 0.005m), ("GLACIER", 0.0045m), ("DEEP_ARCHIVE", 0.002m)),
        .. Of("aws", "sa-", ("", 0.0405m), ("STANDARD", 0.0405m), ("INTELLIGENT_TIERING", 0.0405m), ("STANDARD_IA", 0.0221m), ("ONEZONE_IA", 0.0177m), ("GLACIER_IR", 0.0083m), ("GLACIER", 0.00765m), ("DEEP_ARCHIVE", 0.0032m)),
        .. Of("azure", "", ("", 0.0208m), ("Hot", 0.0208m), ("Cool", 0.0152m), ("Cold", 0.0036m), ("Archive", 0.002m)),
        .. Of("gcp", "", ("", 0.020m), ("STANDARD", 0.020m), ("NEARLINE", 0.010m), ("COLDLINE", 0.004m), ("ARCHIVE", 0.0012m)),
        .. new[] { "US", "EU", "ASIA" }.SelectMany(place => Of("gcp", place, ("", 0.026m), ("STANDARD", 0.026m), ("NEARLINE", 0.015m), ("COLDLINE", 0.007m), ("ARCHIVE", 0.0024m))),
    ];

    private static IEnumerable<StoragePrice> Of(string provider, string region, params (string Class, decimal Price)[] prices) =>
        prices.Select(price => new StoragePrice { Provider = provider, Region = region, StorageClass = price.Class, PerGbMonth = price.Price });
}
