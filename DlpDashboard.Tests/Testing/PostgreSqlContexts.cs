using DlpDashboard.Data;
using DlpDashboard.Data.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Testing;

/// <summary>Contexts on one connection string, as rooms take them.</summary>
internal sealed class PostgreSqlContexts(string connectionString) : IDbContextFactory<DlpDbContext>
{
    private readonly DbContextOptions<PostgreSqlDlpDbContext> _options = new DbContextOptionsBuilder<PostgreSqlDlpDbContext>().UseNpgsql(connectionString).Options;

    public DlpDbContext CreateDbContext() => new PostgreSqlDlpDbContext(_options);
}
