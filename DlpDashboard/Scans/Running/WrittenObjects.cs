using DlpDashboard.Data;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Running;

/// <summary>Tells what an earlier run of the same scan wrote behind its mark, so that nothing counts twice.</summary>
internal sealed class WrittenObjects(IDbContextFactory<DlpDbContext> contexts, Guid scanId)
{
    /// <summary>Those of the ids whose row carries this scan's id.</summary>
    public async Task<HashSet<Guid>> AmongAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ScannedObjects.AsNoTracking()
            .Where(o => ids.Contains(o.Id) && o.LastScanId == scanId)
            .Select(o => o.Id)
            .ToHashSetAsync(cancellationToken);
    }
}
