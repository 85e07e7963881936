using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>How the private server is reached: by its socket, as its owner (at start only) or as the app.</summary>
internal sealed class LocalAddress(string sockets, LocalSecret secret)
{
    private const string OwnersDatabase = "postgres";

    /// <summary>The superuser, not pooled.</summary>
    public NpgsqlConnectionStringBuilder Owner(string database = OwnersDatabase) => Of(LocalSecret.Owner, database, pooled: false);

    /// <summary>The app's role on the app's database.</summary>
    public NpgsqlConnectionStringBuilder App => Of(LocalSecret.App, LocalSecret.App, pooled: true);

    private NpgsqlConnectionStringBuilder Of(string role, string database, bool pooled) => new()
    {
        Host = sockets,
        Username = role,
        Password = secret.PasswordOf(role),
        Database = database,
        Pooling = pooled,
        MaxPoolSize = 80,
        ApplicationName = "DlpDashboard",
        Timeout = 15,
        CommandTimeout = 60,
    };
}
