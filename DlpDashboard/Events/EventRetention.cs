using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Events;

/// <summary>Old events leave the story, whatever their status.</summary>
internal sealed class EventRetention(IDbContextFactory<DlpDbContext> contexts) : IRetentionPart
{
    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Events;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Events.Where(e => e.OrganisationId == organisationId && e.AtUtc < beforeUtc).Take(most).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var events = db.Events;
        var some = events.Where(e => e.OrganisationId == organisationId && e.AtUtc < beforeUtc).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Take(most).Select(e => e.Id);
        return await events.Where(e => some.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
