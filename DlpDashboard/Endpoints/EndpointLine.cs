using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Endpoints;

/// <summary>Puts work on endpoints in line: on one where a person asks for it, on all where their hour has come.</summary>
/// <typeparam name="TRun">The work.</typeparam>
/// <param name="contexts">The database.</param>
/// <param name="queue">The line.</param>
/// <param name="time">The clock.</param>
public sealed class EndpointLine<TRun>(IDbContextFactory<DlpDbContext> contexts, LeaseQueue<TRun> queue, TimeProvider time)
    where TRun : LeasedRun, new()
{
    private const int PageLength = 500;

    /// <summary>Work as it would stand in line.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="endpointId">On which endpoint.</param>
    /// <param name="askedBy">The person's name; null for the clock.</param>
    public TRun New(Guid organisationId, Guid endpointId, string? askedBy)
    {
        var now = time.GetUtcNow();
        return new TRun { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, EndpointId = endpointId, AskedBy = askedBy, AskedUtc = now.UtcDateTime };
    }

    /// <summary>There is something in line.</summary>
    public void Wake() => queue.Wake();

    /// <summary>Puts every enabled endpoint in line that does not stand there already.</summary>
    /// <param name="among">Leaves out endpoints; all are taken without it.</param>
    /// <param name="cancellationToken">Gives up; who stands in line stays there.</param>
    public async Task AskAllAsync(Func<DlpDbContext, IQueryable<StorageEndpoint>, IQueryable<StorageEndpoint>>? among, CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var enabled = db.StorageEndpoints.AsNoTracking().Where(e => e.IsEnabled && e.DeletedUtc == null && e.Id > after);
            var page = await (among?.Invoke(db, enabled) ?? enabled)
                .OrderBy(e => e.Id).Select(e => new { e.Id, e.OrganisationId }).Take(PageLength).ToListAsync(cancellationToken);
            foreach (var endpoint in page)
            {
                await queue.TryAskAsync(New(endpoint.OrganisationId, endpoint.Id, null), cancellationToken);
            }

            if (page.Count < PageLength)
            {
                Wake();
                return;
            }

            after = page[^1].Id;
        }
    }
}
