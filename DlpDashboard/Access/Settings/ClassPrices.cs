using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Access.Settings;

/// <summary>What reading from one storage class costs, where it is more than usual.</summary>
public sealed class ClassPrices
{
    /// <summary>1,000 reads; null for the usual price.</summary>
    [Range(0d, 1_000_000d)]
    public decimal? GetPer1000 { get; set; }

    /// <summary>Each GB read.</summary>
    [Range(0d, 1_000_000d)]
    public decimal RetrievalPerGb { get; set; }
}
