using DlpDashboard.Data.Local;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DlpDashboard.Data;

/// <summary>Whether the database answers; says so when the private server is being restarted.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<DlpDbContext> contexts, DatabaseStart start) : IHealthCheck
{
    public const string Name = "database";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (start.Local is { IsRunning: false })
        {
            return HealthCheckResult.Unhealthy("The database server ended by itself and is being restarted.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
