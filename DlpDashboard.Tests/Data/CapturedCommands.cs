using System.Data.Common;
using DlpDashboard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DlpDashboard.Tests.Data;

/// <summary>What EF would send to SQL Server: commands are written down and answered by nothing, the connection is never opened.</summary>
internal sealed class CapturedCommands : DbCommandInterceptor, IDbConnectionInterceptor
{
    /// <summary>Texts in the order of sending.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>A context whose commands end up in <see cref="Texts"/>.</summary>
    public SqlServerDlpDbContext NewContext() => new(new DbContextOptionsBuilder<SqlServerDlpDbContext>()
        .UseSqlServer("Server=nowhere", sql => sql.UseCompatibilityLevel(SqlServerDlpDbContext.CompatibilityLevel))
        .AddInterceptors(this)
        .Options);

    /// <summary>Runs work whose end, without a server's answer, may be an error of EF's.</summary>
    public async Task TryAsync(Func<SqlServerDlpDbContext, Task> work)
    {
        await using var db = NewContext();
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        try
        {
            await work(db);
        }
        catch (DbUpdateException noRowsAnswered)
        {
            Assert.NotEmpty(noRowsAnswered.Message);
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Texts.Add(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<DbDataReader>.SuppressWithResult(new System.Data.DataTable().CreateDataReader()));
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Texts.Add(command.CommandText);
        return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(1));
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());
}
