using Npgsql;

namespace DlpDashboard.Data.Local;

/// <summary>The roles and the database in the private server. Names and the hexadecimal passwords hold nothing that would need quoting.</summary>
internal sealed class LocalRoles(LocalAddress address, LocalSecret secret)
{
    /// <summary>Makes the app's role and database where they are missing. The role owns its database and is no superuser.</summary>
    public async Task MakeMissingAsync(bool setPassword, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(address.Owner().ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (!await AnyAsync(connection, $"SELECT 1 FROM pg_roles WHERE rolname = '{LocalSecret.App}'", cancellationToken))
        {
            await ExecuteAsync(connection, $"CREATE ROLE {LocalSecret.App} LOGIN PASSWORD '{secret.PasswordOf(LocalSecret.App)}'", cancellationToken);
        }
        else if (setPassword)
        {
            await ExecuteAsync(connection, $"ALTER ROLE {LocalSecret.App} PASSWORD '{secret.PasswordOf(LocalSecret.App)}'", cancellationToken);
        }

        if (!await AnyAsync(connection, $"SELECT 1 FROM pg_database WHERE datname = '{LocalSecret.App}'", cancellationToken))
        {
            await ExecuteAsync(connection, $"CREATE DATABASE {LocalSecret.App} OWNER {LocalSecret.App}", cancellationToken);
        }
    }

    /// <summary>Sets the owner's password without knowing the former one: in single-user mode, for which the server must be stopped.</summary>
    public async Task ResetOwnerAsync(ClusterPlace place, PostgresPrograms programs, PostgresShell shell, CancellationToken cancellationToken)
    {
        var answer = await shell.RunAsync(
            programs.Server,
            ["--single", "-D", place.Cluster, "postgres"],
            $"ALTER ROLE {LocalSecret.Owner} PASSWORD '{secret.PasswordOf(LocalSecret.Owner)}'\n",
            cancellationToken);
        if (!answer.Succeeded)
        {
            throw new StartRefusedException(ClusterTrouble.Sentence(answer.Tail, place.Home));
        }
    }

    private static async Task<bool> AnyAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
