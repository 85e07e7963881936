namespace DlpDashboard.Storage.Overall;

/// <summary>What lies with a provider. Null is not known, or not to be seen.</summary>
/// <param name="Provider">Its id.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Endpoints">Endpoints connected.</param>
/// <param name="EndpointsMeasured">Of these, endpoints of which something was measured.</param>
/// <param name="Buckets">Buckets met.</param>
/// <param name="Objects">Objects measured.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="MonthlyCost">Estimated cost of a month.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="Regions">Where buckets lie, where that is told; at most 50.</param>
/// <param name="ObjectsListed">Objects that the last completed scans listed.</param>
/// <param name="ObjectsRead">Of these, objects that were read completely.</param>
/// <param name="EndpointsScanned">Endpoints with a completed scan.</param>
/// <param name="ChecksPassed">Passed checks of all buckets.</param>
/// <param name="ChecksFailed">Failed and not accepted ones.</param>
/// <param name="MeasuredUtc">When a bucket was measured last.</param>
public sealed record ProviderSummary(
    string Provider,
    string Name,
    int Endpoints,
    int EndpointsMeasured,
    int Buckets,
    long Objects,
    long Bytes,
    decimal? MonthlyCost,
    string? Currency,
    IReadOnlyList<string> Regions,
    long? ObjectsListed,
    long? ObjectsRead,
    int? EndpointsScanned,
    int? ChecksPassed,
    int? ChecksFailed,
    DateTime? MeasuredUtc)
{
    /// <summary>The share of listed objects that were read completely; null where nothing was scanned.</summary>
    public double? Coverage => ObjectsListed is > 0 ? (double)(ObjectsRead ?? 0) / ObjectsListed : null;

    /// <summary>The share of decided checks that passed; null where none is decided.</summary>
    public double? ChecksPassedShare => ChecksPassed + ChecksFailed is > 0 and { } decided ? (double)ChecksPassed!.Value / decided : null;
}
