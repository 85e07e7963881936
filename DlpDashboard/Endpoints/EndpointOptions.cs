using System.ComponentModel.DataAnnotations;

namespace DlpDashboard.Endpoints;

/// <summary>Limits of storage endpoints: <c>DLP__Endpoints__…</c>.</summary>
public sealed class EndpointOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Endpoints";

    /// <summary>Endpoints of one organisation.</summary>
    [Range(1, 100_000)]
    public int MaxPerOrganisation { get; set; } = 1000;

    /// <summary>Connection tests a minute and organisation: each one knocks at a door of the person's choice.</summary>
    [Range(1, 10_000)]
    public int TestsPerMinute { get; set; } = 20;

    /// <summary>How often deleted endpoints that could not be cleared away are tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PurgeInterval { get; set; } = TimeSpan.FromMinutes(5);
}
