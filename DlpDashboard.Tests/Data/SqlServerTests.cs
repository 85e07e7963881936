using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Data.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace DlpDashboard.Tests.Data;

public sealed class SqlServerTests
{
    /// <summary>Bytes of a clustered and of another index's key (SQL Server 2016 and later).</summary>
    private const int LongestClusteredKey = 900, LongestIndexKey = 1700;

    [Fact]
    public void The_parser_refuses_what_is_wrong()
    {
        Assert.NotEmpty(TransactSql.ErrorsIn("INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING"));
        Assert.Empty(TransactSql.ErrorsIn("SELECT 1;\nGO\nSELECT 2;"));
    }

    [Fact]
    public void The_migration_script_is_right_and_makes_every_table()
    {
        using var db = NewContext();
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        Assert.Empty(TransactSql.ErrorsIn(script));
        var made = TransactSql.StatementsOf(db.Database.GenerateCreateScript()).OfType<CreateTableStatement>().Select(table => table.SchemaObjectName.BaseIdentifier.Value).Order();
        Assert.Equal(Tables(db).Select(table => table.Name).Order(), made);
    }

    [Fact]
    public void Each_entitys_upsert_insert_and_lock_are_right()
    {
        using var db = NewContext();
        var entities = db.Model.GetEntityTypes().Where(type => type.GetTableName() is not null && !type.IsOwned()).ToList();
        Assert.NotEmpty(entities);
        foreach (var entity in entities)
        {
            var texts = (IEnumerable<string>)typeof(SqlServerTests).GetMethod(nameof(TextsOf))!.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
            Assert.All(texts, text => Assert.Empty(TransactSql.ErrorsIn(text).Select(error => $"{entity.DisplayName()}: {error}\n{text}")));
        }

        Assert.Empty(TransactSql.ErrorsIn(SqlServerDialect.TakeLock));
    }

    /// <summary>The dialect's texts for one entity.</summary>
    public static IEnumerable<string> TextsOf<T>(DbContext db)
        where T : class
    {
        var columns = EntityColumns.Of<T>(db);
        yield return SqlServerText.MakeStage("[#s]", columns);
        yield return SqlServerText.Upsert("[#s]", columns, new UpsertPlan<T>());
        yield return SqlServerText.Upsert("[#s]", columns, UpsertPlan<T>.AddAll);
        yield return string.Format(System.Globalization.CultureInfo.InvariantCulture, SqlServerText.LockRow(columns), [.. columns.PrimaryKey.Select((_, i) => $"@p{i}")]);
    }

    [Fact]
    public void A_plan_of_every_kind_is_right()
    {
        using var db = NewContext();
        var columns = EntityColumns.Of<Account>(db);
        var plan = UpsertPlan.For<Account>().By(a => a.NormalizedUserName).Keep(a => a.DisplayName).Add(a => a.AccessFailedCount).Greatest(a => a.UserName).Least(a => a.CreatedUtc);
        var text = SqlServerText.Upsert("[#s]", columns, plan);
        var merge = Assert.IsType<MergeStatement>(Assert.Single(TransactSql.StatementsOf(text)));
        Assert.Equal(2, merge.MergeSpecification.ActionClauses.Count);
        Assert.Contains("WITH (HOLDLOCK)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[DisplayName] = s", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SET [Id]", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_changing_and_deleting_in_bulk_and_reading_send_right_commands()
    {
        var commands = new CapturedCommands();
        var organisation = Guid.CreateVersion7();
        await commands.TryAsync(db =>
        {
            db.Add(new Organisation { Id = organisation, Name = "o" });
            db.Add(new Role { Id = Guid.CreateVersion7(), OrganisationId = organisation, Name = "r", Permissions = ["a"] });
            return db.SaveChangesAsync();
        });
        await commands.TryAsync(db => db.Users.Where(a => a.OrganisationId == organisation).ExecuteUpdateAsync(set => set.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1)));
        await commands.TryAsync(db => db.RoleAssignments.Where(a => a.OrganisationId == organisation).ExecuteDeleteAsync());
        await commands.TryAsync(db => db.Users.AsNoTracking()
            .Where(a => a.OrganisationId == organisation && (a.CreatedUtc < DateTime.UnixEpoch || (a.CreatedUtc == DateTime.UnixEpoch && a.Id.CompareTo(organisation) < 0)))
            .OrderByDescending(a => a.CreatedUtc).ThenByDescending(a => a.Id).Take(51).ToListAsync());
        Assert.True(commands.Texts.Count >= 4, string.Join("\n---\n", commands.Texts));
        Assert.All(commands.Texts, text => Assert.Empty(TransactSql.ErrorsIn(text)));
    }

    [Fact]
    public void Keys_and_indexes_fit_SQL_Servers_limits()
    {
        using var db = NewContext();
        var tooLong = Tables(db).SelectMany(table => table.Indexes.Select(index => (Name: table.Name + "." + index.Name, index.Columns, Limit: LongestIndexKey))
                .Append((Name: table.Name + ".key", table.PrimaryKey!.Columns, Limit: LongestClusteredKey)))
            .Select(key => (key.Name, Bytes: key.Columns.Sum(BytesOf), key.Limit))
            .Where(key => key.Bytes > key.Limit)
            .Select(key => $"{key.Name}: {key.Bytes} bytes, at most {key.Limit}");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_two_cascades_meet_in_one_table()
    {
        using var db = NewContext();
        var paths = db.Model.GetEntityTypes().ToDictionary(
            entity => entity,
            entity => entity.GetReferencingForeignKeys().Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull).Select(key => key.DeclaringEntityType).ToList());
        var twice = paths.Keys.SelectMany(root => Reached(root, paths).GroupBy(entity => entity).Where(met => met.Count() > 1)
            .Select(met => $"{met.Key.DisplayName()} is reached from {root.DisplayName()} {met.Count()} times: SQL Server refuses such foreign keys (error 1785)"));
        Assert.Empty(twice);
    }

    private static IEnumerable<IEntityType> Reached(IEntityType root, Dictionary<IEntityType, List<IEntityType>> paths)
    {
        foreach (var next in paths[root].Where(next => next != root))
        {
            yield return next;
            foreach (var further in Reached(next, paths))
            {
                yield return further;
            }
        }
    }

    /// <summary>Text counts two bytes a character, and without a length as endless.</summary>
    private static int BytesOf(IColumn column) => column.StoreType switch
    {
        "nvarchar(max)" or "varbinary(max)" => 1_000_000,
        var type when type.StartsWith("nvarchar(", StringComparison.Ordinal) => 2 * Length(type),
        var type when type.Contains('(', StringComparison.Ordinal) => Length(type),
        _ => 16,
    };

    private static int Length(string type) => int.Parse(type.Split('(', ',', ')')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<ITable> Tables(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel().Tables;

    private static SqlServerDlpDbContext NewContext() => new SqlServerDesignTimeFactory().CreateDbContext([]);
}
