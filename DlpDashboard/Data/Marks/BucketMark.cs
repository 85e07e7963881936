namespace DlpDashboard.Data.Marks;

/// <summary>
/// Something that is known of a bucket, or of an endpoint's coverage, has changed and what is joined from it must be joined anew. Written in the transaction of the change, so that none is
/// lost; taken away by who has joined it, unless it was marked again meanwhile.
/// </summary>
public sealed class BucketMark
{
    /// <summary>The bucket (<see cref="Kernel.StableId.OfBucket"/>), or the endpoint itself where the coverage of all its buckets must be counted anew.</summary>
    public Guid ScopeId { get; init; }

    /// <summary>Whose.</summary>
    public Guid OrganisationId { get; init; }

    /// <summary>Of which endpoint.</summary>
    public Guid EndpointId { get; init; }

    /// <summary>How often it was marked since it was joined last: tells whether it was marked again.</summary>
    public long Marks { get; init; }

    /// <summary>Whether it stands for the endpoint.</summary>
    public bool IsEndpoint => ScopeId == EndpointId;
}
