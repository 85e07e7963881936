using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>Old runs leave the histories of schedules; when a schedule last came up stands with the schedule and stays.</summary>
internal sealed class FiringRetention(IDbContextFactory<DlpDbContext> contexts) : IRetentionPart
{
    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Firings;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScheduleFirings.Where(f => f.OrganisationId == organisationId && f.AtUtc < beforeUtc).Take(most).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var firings = db.ScheduleFirings;
        var some = firings.Where(f => f.OrganisationId == organisationId && f.AtUtc < beforeUtc).OrderBy(f => f.AtUtc).ThenBy(f => f.Id).Take(most).Select(f => f.Id);
        return await firings.Where(f => some.Contains(f.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
