using DlpDashboard.Data;
using DlpDashboard.Findings.History;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Findings;

/// <summary>Findings go with their endpoint.</summary>
internal sealed class FindingEndpointRows(IDbContextFactory<DlpDbContext> contexts) : IEndpointDependent
{
    private const int BatchSize = 5_000;

    public async Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await db.FindingTotals
            .Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId)
            .SumAsync(t => t.Findings, cancellationToken);
        return [new DependentCount("findings", (int)Math.Min(count, DependentCount.Ceiling))];
    }

    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var findings = db.Findings;
        var steps = db.FindingStatusChanges;
        await RepeatAsync(() => steps
            .Where(c => steps.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId).OrderBy(s => s.Id).Take(BatchSize).Select(s => s.Id).Contains(c.Id))
            .ExecuteDeleteAsync(cancellationToken));
        await RepeatAsync(() => findings
            .Where(f => findings.Where(g => g.OrganisationId == organisationId && g.EndpointId == endpointId).OrderBy(g => g.FirstSeenUtc).Take(BatchSize).Select(g => g.Id).Contains(f.Id))
            .ExecuteDeleteAsync(cancellationToken));
        await FindingHistory.ForgetAsync(db, organisationId, endpointId, cancellationToken);
        await db.BucketFindingTotals
            .Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.FindingTotals
            .Where(t => t.OrganisationId == organisationId && t.EndpointId == endpointId)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task RepeatAsync(Func<Task<int>> deleteBatch)
    {
        while (await deleteBatch() == BatchSize)
        {
        }
    }
}
