namespace DlpDashboard.Risk;

/// <summary>What private data an endpoint holds.</summary>
/// <param name="EndpointId">The endpoint.</param>
/// <param name="Name">Its name.</param>
/// <param name="Provider">The provider's id.</param>
/// <param name="HasPrivateData">Whether any was found that nobody has set aside. False is no proof of none: see <paramref name="State"/>.</param>
/// <param name="State">found, notFound (all was read), or unknown (not all was read).</param>
/// <param name="DataTypes">The kinds found, those with most values first.</param>
/// <param name="Findings">Findings in all: one for each object and detector.</param>
/// <param name="Values">Values in all.</param>
/// <param name="Buckets">Buckets known of.</param>
/// <param name="BucketsWithPrivateData">Of these, with findings.</param>
/// <param name="BucketsExposed">Of those with findings, reached by anybody or called public.</param>
/// <param name="Coverage">How much of it was read.</param>
/// <param name="HighestRisk">The highest risk among its buckets; null where none is known.</param>
public sealed record PrivateDataRow(
    Guid EndpointId,
    string Name,
    string Provider,
    bool HasPrivateData,
    PrivateDataState State,
    IReadOnlyList<PrivateDataType> DataTypes,
    long Findings,
    long Values,
    int Buckets,
    int BucketsWithPrivateData,
    int BucketsExposed,
    PrivateDataCoverage Coverage,
    int? HighestRisk);

/// <summary>What is known of private data; written camelCase outside.</summary>
public enum PrivateDataState
{
    /// <summary>Nothing was found, but not all was read.</summary>
    Unknown,

    /// <summary>All was read and nothing was found.</summary>
    NotFound,

    /// <summary>Some was found.</summary>
    Found,
}

/// <summary>A kind of private data.</summary>
/// <param name="Detector">The detector's id.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Findings">In how many objects.</param>
/// <param name="Values">How many values.</param>
public sealed record PrivateDataType(string Detector, Detection.Severity Severity, long Findings, long Values);

/// <summary>How much of an endpoint was read.</summary>
/// <param name="Share">Share of the objects known of that was read completely; null where scans left objects out or nothing is known.</param>
/// <param name="Objects">Objects known of.</param>
/// <param name="ObjectsRead">Of these, read completely.</param>
/// <param name="BucketsUnscanned">Buckets that no scan has read anything of.</param>
/// <param name="ScannedUtc">When an object was read last; null for never.</param>
public sealed record PrivateDataCoverage(double? Share, long Objects, long ObjectsRead, int BucketsUnscanned, DateTime? ScannedUtc);
