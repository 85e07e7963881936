using System.ComponentModel.DataAnnotations;
using DlpDashboard.Storage.Prices;

namespace DlpDashboard.Storage;

/// <summary>How storages are measured, and what they are said to cost. Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>When all endpoints are measured, in UTC, as Quartz writes it (seconds, minutes, hours, day, month, weekday); empty for never.</summary>
    [MaxLength(120)]
    public string Daily { get; set; } = "0 30 1 * * ?";

    /// <summary>Endpoints that one node measures at the same time.</summary>
    [Range(1, 16)]
    public int ConcurrentMeasures { get; set; } = 2;

    /// <summary>Buckets of an endpoint that are listed at the same time.</summary>
    [Range(1, 64)]
    public int Readers { get; set; } = 4;

    /// <summary>The same by provider id; what is not named takes <see cref="Readers"/>.</summary>
    public Dictionary<string, int> PerProvider { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How often the state of a long listing is kept: what a node that dies does again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan Checkpoint { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a silent node keeps a measure.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a node looks for measures that others put in line.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan LookForWork { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether uploads that were never completed are looked for, where the provider tells: one request for each thousand.</summary>
    public bool Uploads { get; set; } = true;

    /// <summary>Whether former versions are counted, where the provider tells: this lists each bucket with versions a second time.</summary>
    public bool Versions { get; set; }

    /// <summary>Days for which each day's size is kept; of older months the last one stays.</summary>
    [Range(32, 4000)]
    public int DailyHistory { get; set; } = 400;

    /// <summary>What the prices are, shown beside each cost.</summary>
    [MaxLength(200)]
    public string PricesName { get; set; } = StoragePrice.ListName;

    /// <summary>Prices of your own; where there are any, the list prices that come with the app do not count.</summary>
    public List<StoragePrice> Prices { get; set; } = [];
}
