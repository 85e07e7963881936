using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>
/// The samples of findings that are done with go; the findings stay. Done with is what is gone or closed for so long, and whose status nobody changed
/// since. When a finding was last seen says nothing: objects that did not change are not read again. What a scan sees anew gets samples anew.
/// </summary>
internal sealed class SampleRetention(IDbContextFactory<DlpDbContext> contexts, TimeProvider time) : IRetentionPart
{
    /// <inheritdoc />
    public RetentionKind Kind => RetentionKind.Samples;

    /// <inheritdoc />
    public async Task<int> CountAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await DoneWith(db.Findings, organisationId, beforeUtc).Take(most).CountAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<int> RemoveAsync(Guid organisationId, DateTime beforeUtc, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await DoneWith(db.Findings, organisationId, beforeUtc).OrderBy(f => f.StatusAtUtc).Take(most).Select(f => f.Id).ToListAsync(cancellationToken);

        // The rule once more: a scan may see one of them again at this moment. The hash of the samples stays, so that a false positive seen again stays without.
        return ids.Count == 0
            ? 0
            : await DoneWith(db.Findings.Where(f => ids.Contains(f.Id)), organisationId, beforeUtc).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.SamplesJson, "[]").SetProperty(f => f.SamplesRemovedUtc, now), cancellationToken);
    }

    private static IQueryable<Finding> DoneWith(IQueryable<Finding> findings, Guid organisationId, DateTime beforeUtc) => findings.Where(f =>
        f.OrganisationId == organisationId && f.StatusAtUtc != null && f.StatusAtUtc < beforeUtc && f.SamplesRemovedUtc == null
        && (f.Status == FindingStatus.Resolved || f.Status == FindingStatus.FalsePositive || f.GoneUtc < beforeUtc));
}
