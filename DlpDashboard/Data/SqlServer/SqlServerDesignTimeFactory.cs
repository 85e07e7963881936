using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DlpDashboard.Data.SqlServer;

/// <summary>For <c>dotnet ef</c>, which compares models and never connects.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerDlpDbContext>
{
    public SqlServerDlpDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerDlpDbContext>()
            .UseSqlServer("Server=design-time", sql => sql.UseCompatibilityLevel(SqlServerDlpDbContext.CompatibilityLevel)).Options);
}
