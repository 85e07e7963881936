using DlpDashboard.Data;
using DlpDashboard.Kernel;
using DlpDashboard.Posture.Keeping;
using DlpDashboard.Posture.Refreshing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Posture;

/// <summary>
/// Versions of documents that were replaced long ago, and refreshes that ended long ago, go with the events that told of them. What stands now stays whatever its age, and so does
/// the newest ended refresh of each endpoint.
/// </summary>
internal sealed class PostureRetention(IDbContextFactory<DlpDbContext> contexts) : IRetentionPart
{
    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Events;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await Replaced(db, organisationId, beforeUtc).Take(most).CountAsync(cancellationToken);
        return documents + await Ended(db, organisationId, beforeUtc).Take(most - documents).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = await Replaced(db, organisationId, beforeUtc).OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        if (documents.Count > 0)
        {
            // Whether it still is replaced, once more: a refresh may write at this moment.
            return await db.PostureDocuments.Where(d => documents.Contains(d.Id) && !d.IsCurrent).ExecuteDeleteAsync(cancellationToken);
        }

        var refreshes = await Ended(db, organisationId, beforeUtc).OrderBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(cancellationToken);
        return await db.PostureRefreshes.Where(r => refreshes.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private static IQueryable<PostureDocument> Replaced(DlpDbContext db, Guid organisationId, DateTime beforeUtc) =>
        db.PostureDocuments.AsNoTracking().Where(d => d.OrganisationId == organisationId && !d.IsCurrent && d.LastSeenUtc < beforeUtc);

    private static IQueryable<PostureRefresh> Ended(DlpDbContext db, Guid organisationId, DateTime beforeUtc)
    {
        var all = db.PostureRefreshes;
        return all.AsNoTracking().Where(r => r.OrganisationId == organisationId && r.EndedUtc < beforeUtc
            && all.Any(o => o.EndpointId == r.EndpointId && o.EndedUtc != null && (o.AskedUtc > r.AskedUtc || (o.AskedUtc == r.AskedUtc && o.Id > r.Id))));
    }
}
