using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.Marks;
using DlpDashboard.Findings.History;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>
/// Keeps the roll-up true: whoever changes findings of an endpoint, a scan or a person, holds the endpoint's lock for the transaction
/// and writes the differences in it.
/// </summary>
public sealed class FindingLedger(IDatabaseDialect dialect)
{
    private static readonly UpsertPlan<Finding> KeepSamples = UpsertPlan.For<Finding>().Keep(finding => finding.SamplesJson, finding => finding.SamplesRemovedUtc);

    private static readonly UpsertPlan<BucketFindingTotal> AddToBucket = UpsertPlan.For<BucketFindingTotal>()
        .Add(total => total.Findings, total => total.Values).Keep(total => total.OrganisationId, total => total.EndpointId, total => total.Bucket);

    /// <summary>Waits for the endpoint's lock. Several are taken in the order of their ids.</summary>
    internal Task LockAsync(DlpDbContext db, Guid endpointId, CancellationToken cancellationToken) =>
        dialect.LockAsync(db, $"findings/{endpointId:N}", cancellationToken);

    /// <summary>Writes the differences, and marks the buckets that they are of.</summary>
    internal async Task WriteAsync(DlpDbContext db, FindingTotalDeltas deltas, CancellationToken cancellationToken)
    {
        await dialect.AddAsync(db, deltas.ToRows(), cancellationToken);
        if (deltas.ToBucketRows() is { Count: > 0 } buckets)
        {
            await dialect.UpsertAsync(db, buckets, AddToBucket, cancellationToken);
            foreach (var endpoint in buckets.GroupBy(total => (total.OrganisationId, total.EndpointId)).OrderBy(group => group.Key.EndpointId))
            {
                await BucketMarks.MarkAsync(dialect, db, endpoint.Key.OrganisationId, endpoint.Key.EndpointId, endpoint.Select(total => total.BucketId), cancellationToken);
            }
        }
    }

    /// <summary>Writes what a merge made of a batch.</summary>
    internal async Task WriteAsync(DlpDbContext db, FindingMerge merge, CancellationToken cancellationToken)
    {
        await dialect.InsertAsync(db, merge.Added, cancellationToken);
        await dialect.UpsertAsync(db, merge.SeenAgain, cancellationToken);
        await TouchAsync(db, merge, cancellationToken);
        await dialect.UpsertAsync(db, merge.Closed, KeepSamples, cancellationToken);
        await dialect.InsertAsync(db, merge.Steps, cancellationToken);
        await FindingHistory.WriteAsync(dialect, db, merge, cancellationToken);
        await WriteAsync(db, merge.Deltas, cancellationToken);
    }

    /// <summary>Writes the point of the trend at which a scan ended.</summary>
    internal Task WriteTotalAsync(DlpDbContext db, FindingBatch end, CancellationToken cancellationToken) =>
        FindingHistory.WriteTotalAsync(dialect, db, end, cancellationToken);

    /// <summary>Most findings of a re-scan are as they were: writing when they were seen is a fifth of the work of writing them anew.</summary>
    private static async Task TouchAsync(DlpDbContext db, FindingMerge merge, CancellationToken cancellationToken)
    {
        if (merge.SeenTheSame is { Count: > 0 } ids)
        {
            await db.Findings.Where(f => ids.Contains(f.Id)).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.LastSeenUtc, merge.Batch.AtUtc).SetProperty(f => f.LastScanId, merge.Batch.ScanId), cancellationToken);
        }
    }
}
