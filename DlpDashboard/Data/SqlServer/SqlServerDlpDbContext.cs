using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.SqlServer;

/// <summary>The model on SQL Server 2019 or later, with its migrations.</summary>
public sealed class SqlServerDlpDbContext(DbContextOptions<SqlServerDlpDbContext> options) : DlpDbContext(options)
{
    /// <summary>As configuration names it.</summary>
    public const string ProviderName = "sqlserver";

    /// <summary>SQL Server 2019: the T-SQL that may be used.</summary>
    public const int CompatibilityLevel = 150;
}
