using System.Data.Common;
using DlpDashboard.Data;
using DlpDashboard.Data.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DlpDashboard.Tests.Testing;

/// <summary>Contexts whose connection seems to break at some commits: before it, so that nothing came in, or after it, so that everything did.</summary>
internal sealed class LostAnswers(string connectionString, Func<int, bool> isBefore, Func<int, bool> isAfter) : DbTransactionInterceptor, IDbContextFactory<DlpDbContext>
{
    private int _commits;

    /// <summary>Whether it has begun.</summary>
    public bool IsArmed { get; set; }

    /// <summary>Commits that were answered by a broken connection.</summary>
    public int Broken { get; private set; }

    public DlpDbContext CreateDbContext() =>
        new PostgreSqlDlpDbContext(new DbContextOptionsBuilder<PostgreSqlDlpDbContext>().UseNpgsql(connectionString).AddInterceptors(this).Options);

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (IsArmed && isBefore(++_commits))
        {
            throw Break();
        }

        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        IsArmed && isAfter(_commits) ? throw Break() : Task.CompletedTask;

    private NpgsqlException Break()
    {
        Broken++;
        return new NpgsqlException("Exception while reading from stream", new IOException("The connection was reset."));
    }
}
