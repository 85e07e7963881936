using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Access.Settings;

/// <summary>What one provider charges. GB are 2^30 bytes, as the clouds bill them.</summary>
public sealed class PriceList
{
    /// <summary>Whose prices these are, shown beside each cost: where they come from, which region, of when.</summary>
    [MaxLength(200)]
    public string Name { get; set; } = "Prices of your own";

    /// <summary>ISO 4217.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; set; } = "USD";

    /// <summary>1,000 pages of listings.</summary>
    [Range(0d, 1_000_000d)]
    public decimal ListPer1000 { get; set; }

    /// <summary>1,000 reads.</summary>
    [Range(0d, 1_000_000d)]
    public decimal GetPer1000 { get; set; }

    /// <summary>Each GB that leaves the provider.</summary>
    [Range(0d, 1_000_000d)]
    public decimal TransferPerGb { get; set; }

    /// <summary>Whether bytes leave the provider's region: not where this app runs in it.</summary>
    public bool ChargesTransfer { get; set; } = true;

    /// <summary>Objects on one page of a listing; 0 where there are no pages and no requests.</summary>
    [Range(0, 1_000_000)]
    public int ObjectsPerList { get; set; }

    /// <summary>Bytes that one read brings at most; 0 where one read brings a whole object.</summary>
    [Range(0, long.MaxValue)]
    public long BytesPerGet { get; set; }

    /// <summary>Prices that differ, by storage class.</summary>
    public Dictionary<string, ClassPrices> Classes { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
