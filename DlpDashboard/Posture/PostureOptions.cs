using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Posture;

/// <summary>Limits of reading configurations. Section <c>Posture</c>.</summary>
public sealed class PostureOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Posture";

    /// <summary>When all endpoints are read, in UTC, as Quartz writes it (seconds, minutes, hours, day, month, weekday); empty for never.</summary>
    [MaxLength(120)]
    public string Daily { get; set; } = "0 0 3 * * ?";

    /// <summary>Endpoints that one node reads at the same time.</summary>
    [Range(1, 16)]
    public int ConcurrentRefreshes { get; set; } = 2;

    /// <summary>Buckets of an endpoint that are read at the same time.</summary>
    [Range(1, 64)]
    public int Readers { get; set; } = 8;

    /// <summary>Buckets that are written together: what a node that dies loses, and what is held in memory.</summary>
    [Range(1, 256)]
    public int Batch { get; set; } = 32;

    /// <summary>How long a silent node keeps a refresh.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a node looks for refreshes that others put in line.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan LookForWork { get; set; } = TimeSpan.FromSeconds(10);
}
