using DlpDashboard.Data;
using DlpDashboard.Data.Leases;
using DlpDashboard.Endpoints;
using DlpDashboard.Posture.Keeping;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture.Refreshing;

/// <summary>Puts refreshes in line.</summary>
internal sealed class PostureLine(IDbContextFactory<DlpDbContext> contexts, LeaseQueue<PostureRefresh> queue, TimeProvider time)
{
    private const int PageLength = 500;

    /// <summary>A refresh as it would stand in line.</summary>
    public PostureRefresh New(Guid organisationId, Guid endpointId, string? askedBy)
    {
        var now = time.GetUtcNow();
        return new PostureRefresh { Id = Guid.CreateVersion7(now), OrganisationId = organisationId, EndpointId = endpointId, AskedBy = askedBy, AskedUtc = now.UtcDateTime };
    }

    /// <summary>There is something in line.</summary>
    public void Wake() => queue.Wake();

    /// <summary>Puts every enabled endpoint in line that does not stand there already: of one organisation, or of all that set no time of their own.</summary>
    public async Task AskAllAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var timings = db.PostureTimings;
            var page = await db.StorageEndpoints.AsNoTracking()
                .Where(e => e.IsEnabled && e.DeletedUtc == null && e.Id > after && (organisationId == null ? !timings.Any(t => t.OrganisationId == e.OrganisationId) : e.OrganisationId == organisationId))
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
