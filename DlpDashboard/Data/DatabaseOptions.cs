namespace DlpDashboard.Data;

/// <summary>Which database. Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Database";

    /// <summary><c>postgres</c> or <c>sqlserver</c>.</summary>
    public string Provider { get; set; } = PostgreSql.PostgreSqlDlpDbContext.ProviderName;

    /// <summary>The server and database; null with <c>postgres</c> means the private server in the data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether SQL Server was chosen.</summary>
    public bool IsSqlServer => string.Equals(Provider, SqlServer.SqlServerDlpDbContext.ProviderName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the app runs a database server of its own.</summary>
    public bool IsLocal => !IsSqlServer && string.IsNullOrWhiteSpace(ConnectionString);
}
