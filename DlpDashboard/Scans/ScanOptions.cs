using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans;

/// <summary>Limits of scans. Section <c>Scans</c>.</summary>
public sealed class ScanOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Scans";

    /// <summary>Scans that one node runs at the same time.</summary>
    [Range(1, 64)]
    public int ConcurrentScans { get; set; } = 2;

    /// <summary>Objects of one scan that are read at the same time; 0 takes the cores for a folder and twice as many for storages across a network.</summary>
    [Range(0, 1024)]
    public int Readers { get; set; }

    /// <summary>
    /// By provider id (<c>aws</c>, <c>azure</c>, <c>gcp</c>, <c>local</c>): how many scans of it run at the same time on all nodes together, and how many
    /// objects of one scan are read at the same time. What is not named is not limited by provider.
    /// </summary>
    public Dictionary<string, ProviderConcurrency> PerProvider { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Most objects that are written at once.</summary>
    [Range(1, 5000)]
    public int BatchObjects { get; set; } = 1000;

    /// <summary>Longest time that a result waits to be written.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:10")]
    public TimeSpan BatchInterval { get; set; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Listed objects that wait to be read.</summary>
    [Range(1, 100_000)]
    public int ListedAhead { get; set; } = 2000;

    /// <summary>Read objects that wait to be written.</summary>
    [Range(1, 100_000)]
    public int ReadAhead { get; set; } = 2000;

    /// <summary>How far listing may run ahead of the oldest object that is still being read; a restart looks at most at these again.</summary>
    [Range(512, 10_000_000)]
    public int Window { get; set; } = 1_000_000;

    /// <summary>How long a silent node keeps a scan.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a running scan looks whether it shall stop.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:01")]
    public TimeSpan LookForCancel { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a node looks for scans that others put in line.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan LookForWork { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a stopped scan waits for its readers before it says that it has stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan StopGrace { get; set; } = TimeSpan.FromMilliseconds(500);
}
