namespace DlpDashboard.Kernel;

/// <summary>A room whose rows belong to an endpoint and go with it. Registered by the room, asked by Endpoints when one is deleted.</summary>
public interface IEndpointDependent
{
    /// <summary>What would go, for the confirmation: such as "12 scans". Bounded work: big numbers may be "more than 10,000 findings".</summary>
    Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken);

    /// <summary>Stops what runs for the endpoint and deletes all of its rows, in batches. Called again after a restart; must be repeatable.</summary>
    Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken);
}

/// <summary>How much of something hangs on an endpoint.</summary>
/// <param name="Noun">Plural noun: "findings".</param>
/// <param name="Count">How many, up to <see cref="Ceiling"/>.</param>
public sealed record DependentCount(string Noun, int Count)
{
    /// <summary>Counting stops here; this value means "this many or more".</summary>
    public const int Ceiling = 10_000;
}
