using DlpDashboard.Access;
using DlpDashboard.Data;
using DlpDashboard.Endpoints;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>Reads how all endpoints stand, the worst first: a few rows an endpoint, however many buckets it has.</summary>
/// <param name="contexts">The database.</param>
/// <param name="endpoints">Names.</param>
/// <param name="posture">Counts.</param>
public sealed class PostureOverviewReader(IDbContextFactory<DlpDbContext> contexts, IEndpointDirectory endpoints, PostureReader posture)
{
    /// <summary>All endpoints.</summary>
    public async Task<IReadOnlyList<PostureOverviewRow>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Demand(Permissions.PostureRead);
        var names = await endpoints.ListAsync(actor.OrganisationId, cancellationToken);
        var counts = (await posture.CountAsync(actor, cancellationToken)).ToDictionary(count => count.EndpointId);
        var refreshes = await LatestAsync(actor, cancellationToken);
        return
        [
            .. names.Select(name => PostureOverviewRow.Of(name, counts.GetValueOrDefault(name.Id), refreshes.GetValueOrDefault(name.Id)))
                .OrderByDescending(row => row.IsReading)
                .ThenByDescending(row => row.Count?.Public ?? 0)
                .ThenByDescending(row => row.Count?.Insecure ?? 0)
                .ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    // One look into the index for each endpoint, in one statement.
    private async Task<Dictionary<Guid, RefreshRow>> LatestAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var refreshes = db.PostureRefreshes;
        var rows = await db.StorageEndpoints.AsNoTracking().Where(e => e.OrganisationId == actor.OrganisationId && e.DeletedUtc == null)
            .SelectMany(e => refreshes.Where(r => r.EndpointId == e.Id).OrderByDescending(r => r.AskedUtc).ThenByDescending(r => r.Id).Take(1))
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.EndpointId, r => new RefreshRow(r.Id, r.State, r.AskedBy, r.AskedUtc, r.StartedUtc, r.EndedUtc, r.Buckets, r.Insecure, r.Failure));
    }
}
