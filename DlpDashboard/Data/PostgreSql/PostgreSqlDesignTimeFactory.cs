using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DlpDashboard.Data.PostgreSql;

/// <summary>For <c>dotnet ef</c>, which compares models and never connects.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlDlpDbContext>
{
    public PostgreSqlDlpDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlDlpDbContext>().UseNpgsql("Host=design-time").Options);
}
