using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Storage.Prices;

/// <summary>What a GB (2^30 bytes) costs a month in a storage class of a provider.</summary>
public sealed class StoragePrice
{
    /// <summary>What the prices that come with the app are.</summary>
    public const string ListName = "public list prices of 2025, first tier, without taxes and discounts";

    /// <summary>The provider's id: <c>aws</c>, <c>azure</c>, <c>gcp</c>.</summary>
    [Required, MaxLength(40)]
    public string Provider { get; set; } = "";

    /// <summary>The storage class as the provider writes it, in any case; empty for objects without one.</summary>
    [MaxLength(40)]
    public string StorageClass { get; set; } = "";

    /// <summary>What the region begins with, such as <c>eu-</c>; empty for all others. The longest that fits counts.</summary>
    [MaxLength(60)]
    public string Region { get; set; } = "";

    /// <summary>A GB a month.</summary>
    [Range(0d, 1_000_000d)]
    public decimal PerGbMonth { get; set; }

    /// <summary>ISO 4217.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; set; } = "USD";
}
