using System.Data.Common;
using DlpDashboard.Data.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DlpDashboard.Tests.Data;

/// <summary>A context's connection, ended by the server right after it answered the first command with rows.</summary>
internal sealed class BreakingConnection(string connectionString) : DbCommandInterceptor
{
    /// <summary>Connections that were ended.</summary>
    public int Broken { get; private set; }

    /// <summary>A context whose connection will break.</summary>
    public PostgreSqlDlpDbContext NewContext() =>
        new(new DbContextOptionsBuilder<PostgreSqlDlpDbContext>().UseNpgsql(connectionString).AddInterceptors(this).Options);

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        if (Broken == 0)
        {
            await using var other = new NpgsqlConnection(connectionString);
            await other.OpenAsync(cancellationToken);
            await using var end = new NpgsqlCommand("SELECT pg_terminate_backend($1, 10000)", other)
            {
                Parameters = { new NpgsqlParameter<int> { TypedValue = ((NpgsqlConnection)command.Connection!).ProcessID } },
            };
            Assert.Equal(true, await end.ExecuteScalarAsync(cancellationToken));
            Broken++;
        }

        return result;
    }
}
