using DlpDashboard.Data.Dialects;

namespace DlpDashboard.Data.Marks;

/// <summary>Marks what must be joined anew, in the transaction of the change and as its last writing, so that nobody waits for a marked row with locks still to take.</summary>
internal static class BucketMarks
{
    private static readonly UpsertPlan<BucketMark> Again = UpsertPlan.For<BucketMark>().Add(mark => mark.Marks).Keep(mark => mark.OrganisationId, mark => mark.EndpointId);

    /// <summary>Marks buckets of an endpoint.</summary>
    public static async Task MarkAsync(IDatabaseDialect dialect, DlpDbContext db, Guid organisationId, Guid endpointId, IEnumerable<Guid> bucketIds, CancellationToken cancellationToken)
    {
        foreach (var batch in bucketIds.Distinct().Order().Chunk(1_000))
        {
            await dialect.UpsertAsync(db, [.. batch.Select(id => new BucketMark { ScopeId = id, OrganisationId = organisationId, EndpointId = endpointId, Marks = 1 })], Again, cancellationToken);
        }
    }

    /// <summary>Marks the endpoint: the coverage of all its buckets is counted anew.</summary>
    public static Task MarkEndpointAsync(IDatabaseDialect dialect, DlpDbContext db, Guid organisationId, Guid endpointId, CancellationToken cancellationToken) =>
        MarkAsync(dialect, db, organisationId, endpointId, [endpointId], cancellationToken);
}
