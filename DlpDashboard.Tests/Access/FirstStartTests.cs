using DlpDashboard.Access;
using DlpDashboard.Access.FirstStart;
using DlpDashboard.Data.Accounts;
using DlpDashboard.Tests.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DlpDashboard.Tests.Access;

public sealed class FirstStartTests
{
    [Fact]
    public async Task The_first_start_makes_the_organisation_its_roles_and_its_administrator()
    {
        await using var database = await TestDatabase.CreateAsync();
        var made = await Start(database, new BootstrapOptions { Organisation = "Harbour" }).RunAsync(CancellationToken.None);
        await using var db = database.NewContext();
        var organisation = await db.Organisations.SingleAsync();
        var admin = await db.Users.SingleAsync();
        Assert.Equal("Harbour", organisation.Name);
        Assert.Equal(("admin@localhost", organisation.Id, true), (admin.Email, admin.OrganisationId, admin.MustChangePassword));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(admin, admin.PasswordHash!, made!.OneTimePassword!));
        var roles = await db.Roles.ToListAsync();
        Assert.Equal(["*"], roles.Single(role => role.Name == "Admin").Permissions);
        Assert.Contains(Permissions.ScansStart, roles.Single(role => role.Name == "Analyst").Permissions);
        Assert.DoesNotContain(Permissions.EndpointsManage, roles.Single(role => role.Name == "Analyst").Permissions);
        Assert.Equal(roles.Single(role => role.Name == "Admin").Id, (await db.RoleAssignments.SingleAsync()).RoleId);
    }

    [Fact]
    public async Task A_given_password_is_taken_and_need_not_be_changed()
    {
        await using var database = await TestDatabase.CreateAsync();
        var made = await Start(database, new BootstrapOptions { AdminEmail = "first@example.test", AdminPassword = "given by the operator" }).RunAsync(CancellationToken.None);
        await using var db = database.NewContext();
        var admin = await db.Users.SingleAsync();
        Assert.Null(made!.OneTimePassword);
        Assert.False(admin.MustChangePassword);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Account>().VerifyHashedPassword(admin, admin.PasswordHash!, "given by the operator"));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_only_one()
    {
        await using var database = await TestDatabase.CreateAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Start(database, new BootstrapOptions()).RunAsync(CancellationToken.None))));
        Assert.Single(made, one => one is not null);
        await using var db = database.NewContext();
        Assert.Equal((1, 1, 2), (await db.Organisations.CountAsync(), await db.Users.CountAsync(), await db.Roles.CountAsync()));
    }

    [Fact]
    public async Task Later_starts_change_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await Start(database, new BootstrapOptions()).RunAsync(CancellationToken.None);
        Assert.Null(await Start(database, new BootstrapOptions { AdminEmail = "second@example.test", AdminPassword = "given by the operator" }).RunAsync(CancellationToken.None));
        await using var db = database.NewContext();
        Assert.Equal("admin@localhost", (await db.Users.SingleAsync()).Email);
    }

    [Fact]
    public async Task The_log_never_shows_a_password()
    {
        await using var database = await TestDatabase.CreateAsync();
        var log = new RememberingLog();
        await Start(database, new BootstrapOptions { AdminPassword = "weakling" }, log).RunAsync(CancellationToken.None);
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("weakling", StringComparison.Ordinal));

        await using var other = await TestDatabase.CreateAsync();
        var made = await Start(other, new BootstrapOptions(), log).RunAsync(CancellationToken.None);
        Assert.DoesNotContain(log.Lines, line => line.Contains(made!.OneTimePassword!, StringComparison.Ordinal));
        Assert.DoesNotContain(made!.OneTimePassword!, made.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_time_passwords_are_long_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 200).Select(_ => OneTimePassword.Create()).ToList();
        Assert.Equal(200, passwords.Distinct().Count());
        Assert.All(passwords, password => Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}$", password));
    }

    private static FirstStart Start(TestDatabase database, BootstrapOptions options, RememberingLog? log = null)
    {
        var lines = log ?? new RememberingLog();
        var first = new FirstOrganisation(new PasswordHasher<Account>(), new UpperInvariantLookupNormalizer(), Options.Create(options), TimeProvider.System, lines.For<FirstOrganisation>());
        return new FirstStart(database.Contexts, database.Dialect, first, lines.For<FirstStart>());
    }
}
