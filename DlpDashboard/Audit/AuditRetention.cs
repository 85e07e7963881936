using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Audit;

/// <summary>Old entries leave the trail; only where an organisation has set a period for them.</summary>
internal sealed class AuditRetention(IDbContextFactory<DlpDbContext> contexts) : IRetentionPart
{
    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Audit;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.AuditEntries.Where(e => e.OrganisationId == organisationId && e.AtUtc < beforeUtc).Take(most).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = db.AuditEntries;
        var some = entries.Where(e => e.OrganisationId == organisationId && e.AtUtc < beforeUtc).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Take(most).Select(e => e.Id);
        return await entries.Where(e => some.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
