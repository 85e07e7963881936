using DlpDashboard.Data;
using DlpDashboard.Data.PostgreSql;
using DlpDashboard.Data.SqlServer;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DlpDashboard.Tests.Data;

public sealed class MigrationTests
{
    public static TheoryData<string> Providers => ["PostgreSql", "SqlServer"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void Migrations_hold_the_whole_model(string provider)
    {
        using var db = provider == "PostgreSql" ? (DlpDbContext)new PostgreSqlDesignTimeFactory().CreateDbContext([]) : new SqlServerDesignTimeFactory().CreateDbContext([]);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"The model changed: run scripts/migrations.sh and commit Data/{provider}/Migrations.");
    }

    [Fact]
    public async Task Many_that_start_at_once_on_an_empty_database_migrate_it_once()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MigrateAsync(database)));
        await using var db = database.NewContext();
        Assert.Equal(db.Database.GetMigrations(), await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(0, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_app_is_refused_by_a_sentence_and_left_as_it_is()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var db = database.NewContext())
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '11.0.0')");
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => MigrateAsync(database));
        Assert.Equal(
            "The database was changed by a newer version of DlpDashboard than this one (20990101000000_Later is unknown here). Start that version or a later one, or restore the backup taken before it.",
            refusal.Message);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_made()
    {
        await using var some = await TestDatabase.CreateEmptyAsync();
        var missing = new Npgsql.NpgsqlConnectionStringBuilder(some.ConnectionString) { Database = "made_" + Guid.CreateVersion7().ToString("N") }.ConnectionString;
        var contexts = new PostgreSqlContexts(missing);
        try
        {
            await new SchemaMigration(contexts, new PostgreSqlDialect(new DatabaseAddress { ConnectionString = missing }), NullLogger<SchemaMigration>.Instance).RunAsync(CancellationToken.None);
            await using var db = contexts.CreateDbContext();
            Assert.Equal(0, await db.Organisations.CountAsync());
        }
        finally
        {
            await TestServer.DropDatabaseAsync(missing);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_a_sentence_without_the_password()
    {
        using var folder = new TemporaryFolder();
        await using var app = new DataServices(folder.Path, ("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=dlp;Password=hidden-word;Database=dlp;Timeout=2"));
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(app.RunAsync);
        Assert.Contains("DLP__Database__ConnectionString", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-word", refusal.Message, StringComparison.Ordinal);
    }

    private static Task MigrateAsync(TestDatabase database) =>
        new SchemaMigration(database.Contexts, database.Dialect, NullLogger<SchemaMigration>.Instance).RunAsync(CancellationToken.None);
}
