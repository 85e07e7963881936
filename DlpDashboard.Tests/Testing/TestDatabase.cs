using DlpDashboard.Data;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Testing;

/// <summary>
/// A fresh PostgreSQL database with all migrations applied, on the run's own server; dropped when disposed. As a class fixture
/// (<c>IClassFixture&lt;TestDatabase&gt;</c>) one for the class; <c>await using var database = await TestDatabase.CreateAsync()</c> one for a test.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime, IAsyncDisposable
{
    private IDbContextFactory<DlpDbContext>? _contexts;
    private PostgreSqlDialect? _dialect;
    private string? _connectionString;
    private bool _isForeign;

    /// <summary>How an app connects to it.</summary>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException("The database has not been made: use it as a fixture or await CreateAsync.");

    /// <summary>For readers and services.</summary>
    public IDbContextFactory<DlpDbContext> Contexts => _contexts ??= new PostgreSqlContexts(ConnectionString);

    /// <summary>For bulk writing and locks.</summary>
    public IDatabaseDialect Dialect => _dialect ??= new PostgreSqlDialect(new DatabaseAddress { ConnectionString = ConnectionString });

    /// <summary>A context for one method.</summary>
    public DlpDbContext NewContext() => Contexts.CreateDbContext();

    /// <summary>A migrated database.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await database.InitializeAsync();
        return database;
    }

    /// <summary>A database on a server of the test's own, which also ends it.</summary>
    public static TestDatabase On(string connectionString) => new() { _connectionString = connectionString, _isForeign = true };

    /// <summary>A database without any table, for the tests of migrations.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync() =>
        new() { _connectionString = await TestServer.MakeDatabaseAsync(migrated: false) };

    /// <inheritdoc />
    public async Task InitializeAsync() => _connectionString = await TestServer.MakeDatabaseAsync(migrated: true);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connectionString is not null && !_isForeign)
        {
            await TestServer.DropDatabaseAsync(_connectionString);
        }
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();
}
