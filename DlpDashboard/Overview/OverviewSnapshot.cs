using DlpDashboard.Detection;
using DlpDashboard.Endpoints;
using DlpDashboard.Findings;

namespace DlpDashboard.Overview;

/// <summary>The landing dashboard at one moment.</summary>
/// <param name="Findings">The roll-up of findings.</param>
/// <param name="Endpoints">The first hundred endpoints by name.</param>
/// <param name="OwnDetectors">The names of the organisation's own detectors by id.</param>
public sealed record OverviewSnapshot(FindingTotals Findings, IReadOnlyList<OverviewEndpoint> Endpoints, IReadOnlyDictionary<string, string> OwnDetectors)
{
    /// <summary>Objects of all last scans.</summary>
    public long ObjectsListed => Endpoints.Sum(endpoint => endpoint.LastScan?.ObjectsListed ?? 0);

    /// <summary>Objects read completely in all last scans.</summary>
    public long ObjectsRead => Endpoints.Sum(endpoint => endpoint.LastScan?.ObjectsRead ?? 0);

    /// <summary>How many endpoints were never scanned to the end.</summary>
    public int NeverScanned => Endpoints.Count(endpoint => endpoint.LastScan is null);

    /// <summary>The share of listed objects that were read completely; null while nothing was listed.</summary>
    public double? Coverage => ObjectsListed == 0 ? null : (double)ObjectsRead / ObjectsListed;
}

/// <summary>An endpoint with its last scan and what is still to be done.</summary>
/// <param name="Card">The endpoint.</param>
/// <param name="LastScan">Its last completed scan, or null.</param>
/// <param name="Unresolved">Findings still to be done by severity.</param>
public sealed record OverviewEndpoint(EndpointCard Card, LastScan? LastScan, IReadOnlyDictionary<Severity, long> Unresolved)
{
    /// <summary>Findings still to be done.</summary>
    public long UnresolvedCount => Unresolved.Values.Sum();
}

/// <summary>The last completed scan of an endpoint.</summary>
/// <param name="Id">Its id.</param>
/// <param name="EndedUtc">When it ended.</param>
/// <param name="ObjectsListed">Objects listed.</param>
/// <param name="ObjectsRead">Objects read completely.</param>
/// <param name="BytesListed">Bytes of the objects listed.</param>
/// <param name="UnlistedBuckets">Buckets nothing is known of.</param>
public sealed record LastScan(Guid Id, DateTime? EndedUtc, long ObjectsListed, long ObjectsRead, long BytesListed, int UnlistedBuckets)
{
    /// <summary>The share that was read completely; null where nothing was listed.</summary>
    public double? Coverage => ObjectsListed == 0 ? null : (double)ObjectsRead / ObjectsListed;
}
