using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Events;

/// <summary>Events stay when their endpoint goes: they tell what happened. Only their reference to it is taken away.</summary>
internal sealed class EventEndpointRows(IDbContextFactory<DlpDbContext> contexts) : IEndpointDependent
{
    private const int BatchSize = 5_000;

    public Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DependentCount>>([]);

    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        int changed;
        do
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var events = db.Events;
            var batch = events.Where(e => e.OrganisationId == organisationId && e.EndpointId == endpointId).OrderBy(e => e.AtUtc).Take(BatchSize).Select(e => e.Id);
            changed = await events.Where(e => batch.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.EndpointId, (Guid?)null), cancellationToken);
        }
        while (changed == BatchSize);
    }
}
