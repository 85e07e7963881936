using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans.Planning;

/// <summary>Limits of estimates. Section <c>Scans:Estimates</c>.</summary>
public sealed class ScanEstimateOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Scans:Estimates";

    /// <summary>Longest listing; what is missing then is extrapolated.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan MaxTime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Most objects that are listed.</summary>
    [Range(1, 1_000_000_000)]
    public long MaxObjects { get; set; } = 1_000_000;

    /// <summary>Estimates that one node makes at the same time; one of an organisation.</summary>
    [Range(1, 64)]
    public int Concurrent { get; set; } = 2;

    /// <summary>Estimates a minute and organisation.</summary>
    [Range(1, 10_000)]
    public int PerMinute { get; set; } = 60;

    /// <summary>Longest wait for those before it.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(10);
}
