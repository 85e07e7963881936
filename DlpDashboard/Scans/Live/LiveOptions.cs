using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Scans.Live;

/// <summary>Limits of <c>/hubs/live</c>. Section <c>Live</c>.</summary>
public sealed class LiveOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Live";

    /// <summary>Connections of one person at the same time.</summary>
    [Range(1, 10_000)]
    public int ConnectionsPerPerson { get; set; } = 20;

    /// <summary>Connections of all people at the same time, on one node.</summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 5000;

    /// <summary>Least time between two words about the same scan.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:10")]
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How often the story of events is looked at, once for all connections of an organisation.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:00:30")]
    public TimeSpan LookForEvents { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Events are written in transactions that may end in another order than they began. So far back is looked again, that none is passed over.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Overlap { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a connection's account and permissions are asked for again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Revalidate { get; set; } = TimeSpan.FromMinutes(1);
}
