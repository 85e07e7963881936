using DlpDashboard.Detection;
using DlpDashboard.Kernel;

namespace DlpDashboard.Findings;

/// <summary>Collects what a change does to the roll-up: take the row as it was, change it, add it as it is.</summary>
internal sealed class FindingTotalDeltas
{
    private readonly Dictionary<(Guid Organisation, Guid Endpoint, string Detector, Severity Severity, FindingStatus Status), (long Findings, long Values)> cells = [];
    private readonly Dictionary<(Guid Organisation, Guid Endpoint, string Bucket, string Detector, string Category, Severity Severity, Likelihood Likelihood, FindingStatus Status), (long Findings, long Values)> buckets = [];

    public void Take(Finding row) => Change(row, -1);

    public void Add(Finding row) => Change(row, 1);

    /// <summary>The differences that are not nothing, in one order everywhere, so that two writers never wait for each other in a ring.</summary>
    public IReadOnlyList<FindingTotal> ToRows() => cells
        .Where(cell => cell.Value != default)
        .OrderBy(cell => cell.Key.Endpoint).ThenBy(cell => cell.Key.Detector, StringComparer.Ordinal)
        .ThenBy(cell => cell.Key.Severity).ThenBy(cell => cell.Key.Status)
        .Select(cell => new FindingTotal
        {
            OrganisationId = cell.Key.Organisation,
            EndpointId = cell.Key.Endpoint,
            DetectorId = cell.Key.Detector,
            Severity = cell.Key.Severity,
            Status = cell.Key.Status,
            Findings = cell.Value.Findings,
            Values = cell.Value.Values,
        })
        .ToList();

    /// <summary>The same by bucket.</summary>
    public IReadOnlyList<BucketFindingTotal> ToBucketRows() => [.. buckets.Where(cell => cell.Value != default).Select(cell => new BucketFindingTotal
    {
        BucketId = StableId.OfBucket(cell.Key.Endpoint, cell.Key.Bucket),
        DetectorId = cell.Key.Detector,
        Severity = cell.Key.Severity,
        Likelihood = cell.Key.Likelihood,
        Status = cell.Key.Status,
        OrganisationId = cell.Key.Organisation,
        EndpointId = cell.Key.Endpoint,
        Bucket = cell.Key.Bucket,
        Category = cell.Key.Category,
        Findings = cell.Value.Findings,
        Values = cell.Value.Values,
    })];

    private void Change(Finding row, int sign)
    {
        var cell = (row.OrganisationId, row.EndpointId, row.Bucket, row.DetectorId, row.Category, row.Severity, row.Likelihood, row.Status);
        var (some, held) = buckets.GetValueOrDefault(cell);
        buckets[cell] = (some + sign, held + (sign * row.Count));
        var key = (row.OrganisationId, row.EndpointId, row.DetectorId, row.Severity, row.Status);
        var (findings, values) = cells.GetValueOrDefault(key);
        cells[key] = (findings + sign, values + (sign * row.Count));
    }
}
