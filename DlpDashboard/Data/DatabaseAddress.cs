namespace DlpDashboard.Data;

/// <summary>The connection string in use. A private server's is known only once it has started.</summary>
internal sealed class DatabaseAddress
{
    private volatile string? _connectionString;

    public string ConnectionString
    {
        get => _connectionString ?? throw new InvalidOperationException("The database has not been started yet; it is before any hosted service starts.");
        set => _connectionString = value;
    }
}
