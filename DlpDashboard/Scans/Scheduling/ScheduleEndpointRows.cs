using DlpDashboard.Data;
using DlpDashboard.Kernel;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Scans.Scheduling;

/// <summary>The schedules that go with an endpoint.</summary>
internal sealed class ScheduleEndpointRows(IDbContextFactory<DlpDbContext> contexts, ScheduleTriggers triggers) : IEndpointDependent
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<DependentCount>> CountAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var count = await db.ScanSchedules.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId).Take(DependentCount.Ceiling).CountAsync(cancellationToken);
        return [new DependentCount("schedules", count)];
    }

    /// <inheritdoc />
    public async Task PurgeAsync(Guid organisationId, Guid endpointId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = await db.ScanSchedules.Where(s => s.OrganisationId == organisationId && s.EndpointId == endpointId).Select(s => s.Id).ToListAsync(cancellationToken);
        foreach (var id in ids)
        {
            await triggers.SetAsync(id, null, cancellationToken);
            await db.ScheduleFirings.Where(f => f.ScheduleId == id).ExecuteDeleteAsync(cancellationToken);
            await db.ScanSchedules.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
