using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Storage.Measuring;

/// <summary>Puts measures in line.</summary>
internal sealed class MeasureLine(IDbContextFactory<DlpDbContext> contexts, LeaseQueue<StorageMeasure> queue, TimeProvider time)
{
    private const int PageLength = 500;

    /// <summary>A measure as it would stand in line.</summary>
    public StorageMeasure New(Guid organisationId, Guid endpointId, string? askedBy)
    {
        var now = time.GetUtcNow();
        return new StorageMeasure { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, EndpointId = endpointId, AskedBy = askedBy, AskedUtc = now.UtcDateTime };
    }

    /// <summary>There is something in line.</summary>
    public void Wake() => queue.Wake();

    /// <summary>Puts every enabled endpoint in line that does not stand there already.</summary>
    public async Task AskAllAsync(CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var page = await db.StorageEndpoints.AsNoTracking().Where(e => e.IsEnabled && e.DeletedUtc == null && e.Id > after)
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
