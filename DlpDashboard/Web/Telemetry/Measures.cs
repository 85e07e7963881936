using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DlpDashboard.Web.Telemetry;

/// <summary>Where rooms start activities and count: one source and one meter for the whole app, by the name <see cref="Name"/>.</summary>
public static class Measures
{
    /// <summary>The name of both.</summary>
    public const string Name = "DlpDashboard";

    /// <summary>Activities such as one scan or one object; tags are ids and counts, never keys of objects or values.</summary>
    public static readonly ActivitySource Activities = new(Name);

    /// <summary>Counters and histograms; tags have few values each.</summary>
    public static readonly Meter Meter = new(Name);
}
