using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>Tells what goes with an endpoint when it is deleted.</summary>
/// <param name="contexts">The database.</param>
/// <param name="dependents">The rooms whose rows belong to endpoints.</param>
public sealed class EndpointDependents(IDbContextFactory<DlpDbContext> contexts, IEnumerable<IEndpointDependent> dependents)
{
    /// <summary>What hangs on the endpoint, without the kinds of which there is nothing.</summary>
    public async Task<Outcome<IReadOnlyList<DependentCount>>> CountAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.EndpointsRead);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await db.StorageEndpoints.AnyAsync(e => e.OrganisationId == actor.OrganisationId && e.Id == id && e.DeletedUtc == null, cancellationToken))
        {
            return EndpointProblems.NotFound;
        }

        var counts = new List<DependentCount>();
        foreach (var dependent in dependents)
        {
            counts.AddRange((await dependent.CountAsync(actor.OrganisationId, id, cancellationToken)).Where(count => count.Count > 0));
        }

        return counts;
    }
}
