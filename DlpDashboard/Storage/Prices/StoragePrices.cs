using DlpDashboard.Storage.Measuring;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Storage.Prices;

/// <summary>
/// Estimates what lies there costs a month: bytes of live objects by storage class, nothing else (no requests, transfers, shortest times, former versions). Where a class has no price, nothing is said.
/// </summary>
/// <param name="options">The price table.</param>
public sealed class StoragePrices(IOptions<StorageOptions> options)
{
    private const decimal Gb = 1L << 30;

    /// <summary>Whose prices these are.</summary>
    public string Name => options.Value.PricesName;

    private IReadOnlyList<StoragePrice> Table => options.Value.Prices.Count > 0 ? options.Value.Prices : ListPrices.All;

    /// <summary>A month's cost; null where a class that holds bytes has no price, or prices are of several currencies.</summary>
    public StorageCost? Monthly(string provider, string? region, IReadOnlyList<ShareCount> classes)
    {
        var cost = 0m;
        string? currency = null;
        foreach (var one in classes.Where(one => one.Bytes > 0).DefaultIfEmpty(new ShareCount("", 0, 0)))
        {
            if (Find(provider, region ?? "", one.Name) is not { } price || (currency ?? price.Currency) != price.Currency)
            {
                return null;
            }

            currency = price.Currency;
            cost += one.Bytes / Gb * price.PerGbMonth;
        }

        return new StorageCost(cost, currency!);
    }

    // A region that is longer by letters alone is another place: Google's multi-region "US" is not "us-east1".
    private StoragePrice? Find(string provider, string region, string name) => Table
        .Where(price => price.Provider.Equals(provider, StringComparison.OrdinalIgnoreCase) && price.StorageClass.Equals(name, StringComparison.OrdinalIgnoreCase) && Fits(price.Region, region))
        .MaxBy(price => price.Region.Length);

    private static bool Fits(string begins, string region) =>
        begins.Length == 0 || region.Equals(begins, StringComparison.OrdinalIgnoreCase) || (begins.Contains('-', StringComparison.Ordinal) && region.StartsWith(begins, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An estimate of money.</summary>
/// <param name="Amount">A month.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record StorageCost(decimal Amount, string Currency);
