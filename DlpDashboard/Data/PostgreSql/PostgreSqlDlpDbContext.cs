using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Data.PostgreSql;

/// <summary>The model on PostgreSQL 13 or later, with its migrations.</summary>
public sealed class PostgreSqlDlpDbContext(DbContextOptions<PostgreSqlDlpDbContext> options) : DlpDbContext(options)
{
    /// <summary>As configuration names it.</summary>
    public const string ProviderName = "postgres";
}
