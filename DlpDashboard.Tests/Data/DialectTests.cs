using DlpDashboard.Data;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Data.Dialects;
using DlpDashboard.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace DlpDashboard.Tests.Data;

public sealed class DialectTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateTime Day = new(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc);

    private IDatabaseDialect Dialect => database.Dialect;

    [Fact]
    public async Task Inserted_rows_read_back_as_they_were_with_converted_values_and_nulls()
    {
        var organisation = NewOrganisation("Łódź \"quoted\" 'text'\t\n漢字 🦊");
        var role = new Role { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Name = "r", Permissions = ["a.b", "c.d"] };
        var account = new Account { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, DisplayName = "n", LockoutEnd = null, AccessFailedCount = 3 };
        await using (var db = database.NewContext())
        {
            await Dialect.InsertAsync(db, [organisation], CancellationToken.None);
            await Dialect.InsertAsync(db, [role], CancellationToken.None);
            await Dialect.InsertAsync(db, [account], CancellationToken.None);
        }

        await using var read = database.NewContext();
        var back = await read.Organisations.SingleAsync(o => o.Id == organisation.Id);
        Assert.Equal((organisation.Name, organisation.CreatedUtc), (back.Name, back.CreatedUtc));
        Assert.Equal(["a.b", "c.d"], (await read.Roles.SingleAsync(r => r.Id == role.Id)).Permissions);
        var person = await read.Users.SingleAsync(u => u.Id == account.Id);
        Assert.Equal((3, null, null), (person.AccessFailedCount, person.Email, person.LockoutEnd));
    }

    [Fact]
    public async Task An_existing_key_is_a_unique_violation_and_none_of_the_batch_stays()
    {
        var there = NewOrganisation("there");
        var fresh = NewOrganisation("new");
        await using var db = database.NewContext();
        await Dialect.InsertAsync(db, [there], CancellationToken.None);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Dialect.InsertAsync(db, [fresh, there], CancellationToken.None));
        Assert.True(Dialect.IsUniqueViolation(failure));
        Assert.True(Dialect.IsUniqueViolation(new DbUpdateException("outer", failure)));
        Assert.False(Dialect.IsUniqueViolation(new InvalidOperationException("other")));
        Assert.False(await db.Organisations.AnyAsync(o => o.Id == fresh.Id));
    }

    [Fact]
    public async Task An_upsert_adds_what_is_new_and_sets_what_is_there()
    {
        var rows = Enumerable.Range(0, 2_500).Select(i => NewOrganisation($"first {i}")).ToList();
        await using var db = database.NewContext();
        await Dialect.UpsertAsync(db, rows.Take(2_000).ToList(), CancellationToken.None);
        rows.ForEach(row => row.Name = "second");
        await Dialect.UpsertAsync(db, rows, CancellationToken.None);
        var ids = rows.Select(row => row.Id).ToList();
        Assert.Equal(2_500, await db.Organisations.CountAsync(o => ids.Contains(o.Id) && o.Name == "second"));
    }

    [Fact]
    public async Task A_plan_keeps_adds_and_takes_the_greater_or_lesser()
    {
        var organisation = NewOrganisation("o");
        var person = new Account { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, DisplayName = "first", UserName = "a", Email = "m", AccessFailedCount = 2, CreatedUtc = Day };
        var plan = UpsertPlan.For<Account>().Keep(a => a.DisplayName).Add(a => a.AccessFailedCount).Greatest(a => a.UserName).Least(a => a.CreatedUtc, a => a.Email);
        await using var db = database.NewContext();
        await Dialect.InsertAsync(db, [organisation], CancellationToken.None);
        await Dialect.UpsertAsync(db, [person], plan, CancellationToken.None);
        person.DisplayName = "second";
        person.UserName = "b";
        person.Email = "z";
        person.AccessFailedCount = 5;
        person.CreatedUtc = Day.AddDays(1);
        await Dialect.UpsertAsync(db, [person], plan, CancellationToken.None);
        person.UserName = "a";
        person.CreatedUtc = Day.AddDays(-1);
        await Dialect.UpsertAsync(db, [person], plan, CancellationToken.None);
        var back = await db.Users.AsNoTracking().SingleAsync(a => a.Id == person.Id);
        Assert.Equal(("first", "b", "m", 12, Day.AddDays(-1)), (back.DisplayName, back.UserName, back.Email, back.AccessFailedCount, back.CreatedUtc));
    }

    [Fact]
    public async Task Another_unique_key_finds_the_row_and_its_primary_key_stays()
    {
        var organisation = NewOrganisation("o");
        var first = new Role { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Name = "same", Permissions = ["old"] };
        var second = new Role { Id = Guid.CreateVersion7(), OrganisationId = organisation.Id, Name = "same", Permissions = ["new"] };
        var plan = UpsertPlan.For<Role>().By(r => r.OrganisationId, r => r.Name);
        await using var db = database.NewContext();
        await Dialect.InsertAsync(db, [organisation], CancellationToken.None);
        await Dialect.UpsertAsync(db, [first], plan, CancellationToken.None);
        await Dialect.UpsertAsync(db, [second], plan, CancellationToken.None);
        var back = await db.Roles.AsNoTracking().SingleAsync(r => r.OrganisationId == organisation.Id);
        Assert.Equal((first.Id, "new"), (back.Id, back.Permissions.Single()));
    }

    [Fact]
    public async Task A_key_that_comes_again_in_a_batch_is_applied_in_the_order_given()
    {
        var one = NewOrganisation("one");
        var again = new Organisation { Id = one.Id, Name = "again", CreatedUtc = Day };
        var last = new Organisation { Id = one.Id, Name = "last", CreatedUtc = Day };
        var other = NewOrganisation("other");
        await using var db = database.NewContext();
        await Dialect.UpsertAsync(db, [one, again, other, last], CancellationToken.None);
        Assert.Equal("last", (await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == one.Id)).Name);
        Assert.Equal("other", (await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == other.Id)).Name);
    }

    [Fact]
    public async Task Everything_happens_in_the_callers_transaction()
    {
        var row = NewOrganisation("gone");
        await using var db = database.NewContext();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await Dialect.UpsertAsync(db, [row], CancellationToken.None);
            await Dialect.UpsertAsync(db, [row], CancellationToken.None);
            await Dialect.InsertAsync(db, [NewOrganisation("gone too")], CancellationToken.None);
            Assert.True(await db.Organisations.AnyAsync(o => o.Id == row.Id));
            await transaction.RollbackAsync();
        }

        Assert.False(await db.Organisations.AnyAsync(o => o.Id == row.Id));
    }

    [Fact]
    public async Task A_connection_that_breaks_between_two_writings_of_a_transaction_is_told_as_what_passes()
    {
        var breaking = new BreakingConnection(database.ConnectionString);
        var row = NewOrganisation("half");
        await using var db = breaking.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Organisations.Add(row);
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await db.SaveChangesAsync();
            await Dialect.UpsertAsync(db, [NewOrganisation("other half")], CancellationToken.None);
        });
        Assert.Equal((1, DatabaseFault.Passing), (breaking.Broken, Dialect.FaultOf(failure)));
        await using var read = database.NewContext();
        Assert.False(await read.Organisations.AnyAsync(o => o.Id == row.Id));
    }

    [Fact]
    public async Task Writers_of_the_same_rows_in_any_order_do_not_deadlock()
    {
        var rows = Enumerable.Range(0, 500).Select(_ => NewOrganisation("r")).ToList();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async writer =>
        {
            var random = new Random(writer);
            for (var round = 0; round < 5; round++)
            {
                await using var db = database.NewContext();
                await Dialect.UpsertAsync(db, rows.OrderBy(_ => random.Next()).ToList(), CancellationToken.None);
            }
        }));
        await using var check = database.NewContext();
        var ids = rows.Select(row => row.Id).ToList();
        Assert.Equal(500, await check.Organisations.CountAsync(o => ids.Contains(o.Id)));
    }

    [Fact]
    public async Task Counters_of_many_writers_add_up()
    {
        var organisation = NewOrganisation("o");
        var id = Guid.CreateVersion7();
        var plan = UpsertPlan.For<Account>().Add(a => a.AccessFailedCount);
        await using (var db = database.NewContext())
        {
            await Dialect.InsertAsync(db, [organisation], CancellationToken.None);
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 10; i++)
            {
                await using var db = database.NewContext();
                await Dialect.UpsertAsync(db, [new Account { Id = id, OrganisationId = organisation.Id, AccessFailedCount = 1 }], plan, CancellationToken.None);
            }
        }));
        await using var check = database.NewContext();
        Assert.Equal(80, (await check.Users.SingleAsync(a => a.Id == id)).AccessFailedCount);
    }

    [Fact]
    public async Task A_named_lock_is_had_by_one_and_free_again_afterwards()
    {
        var held = await Dialect.HoldAsync("a name", CancellationToken.None);
        Assert.Null(await Dialect.TryHoldAsync("a name", CancellationToken.None));
        await (await Dialect.TryHoldAsync("another name", CancellationToken.None))!.DisposeAsync();
        var waiting = Dialect.HoldAsync("a name", CancellationToken.None);
        Assert.False(waiting.IsCompleted);
        await held.DisposeAsync();
        await (await waiting).DisposeAsync();
        await using var free = await Dialect.TryHoldAsync("a name", CancellationToken.None);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task Waiting_for_a_lock_can_be_given_up()
    {
        await using var held = await Dialect.HoldAsync("wanted", CancellationToken.None);
        using var enough = new CancellationTokenSource();
        var waiting = Dialect.HoldAsync("wanted", enough.Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task A_transactions_lock_ends_with_it_and_needs_one()
    {
        await using var db = database.NewContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Dialect.LockAsync(db, "in transaction", CancellationToken.None));
        await using (await db.Database.BeginTransactionAsync())
        {
            await Dialect.LockAsync(db, "in transaction", CancellationToken.None);
            Assert.Null(await Dialect.TryHoldAsync("in transaction", CancellationToken.None));
        }

        await using var free = await Dialect.TryHoldAsync("in transaction", CancellationToken.None);
        Assert.NotNull(free);
    }

    [Fact]
    public async Task A_locked_row_makes_the_next_locker_wait_and_see_what_was_written()
    {
        var organisation = NewOrganisation("before");
        await using var first = database.NewContext();
        await Dialect.InsertAsync(first, [organisation], CancellationToken.None);
        await using var transaction = await first.Database.BeginTransactionAsync();
        var row = (await Dialect.LockRowAsync<Organisation>(first, [organisation.Id], CancellationToken.None))!;
        var second = ReadLockedAsync(organisation.Id);
        row.Name = "after";
        await first.SaveChangesAsync();
        Assert.False(second.IsCompleted);
        await transaction.CommitAsync();
        Assert.Equal("after", await second);
        Assert.Null(await ReadLockedAsync(Guid.CreateVersion7()));
    }

    private async Task<string?> ReadLockedAsync(Guid id)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        return (await Dialect.LockRowAsync<Organisation>(db, [id], CancellationToken.None))?.Name;
    }

    private static Organisation NewOrganisation(string name) => new() { Id = Guid.CreateVersion7(), Name = name, CreatedUtc = Day };
}
