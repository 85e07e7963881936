using System.Net;
using System.Net.Http.Json;
using DlpDashboard.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DlpDashboard.Tests.Testing;

/// <summary>People for tests: accounts of any role, and clients that carry their session.</summary>
internal static class SignedIn
{
    public const string Password = "an-own-password-for-tests-3";

    /// <summary>A client signed in as the fixture's administrator.</summary>
    public static Task<HttpClient> AsAdminAsync(this AppFixture app) => app.AsAsync(AppFixture.AdminEmail, AppFixture.AdminPassword);

    /// <summary>A client signed in by REST.</summary>
    public static async Task<HttpClient> AsAsync(this AppFixture app, string email, string password)
    {
        var client = app.NewClient();
        using var answer = await client.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return client;
    }

    /// <summary>A new account of the fixture's organisation, or of another, with the named role of that organisation or none.</summary>
    public static async Task<Account> AddAccountAsync(this AppFixture app, string email, string? role, Guid? organisationId = null, bool mustChangePassword = false)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        await using var db = app.NewContext();
        var organisation = organisationId ?? (await db.Users.SingleAsync(a => a.Email == AppFixture.AdminEmail)).OrganisationId;
        var account = new Account
        {
            Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
            OrganisationId = organisation,
            UserName = email,
            Email = email,
            DisplayName = email.Split('@')[0],
            MustChangePassword = mustChangePassword,
            CreatedUtc = TimeProvider.System.GetUtcNow().UtcDateTime,
        };
        Assert.True((await users.CreateAsync(account, Password)).Succeeded);
        if (role is not null)
        {
            var roleId = (await db.Roles.SingleAsync(r => r.OrganisationId == organisation && r.Name == role)).Id;
            db.RoleAssignments.Add(new RoleAssignment { OrganisationId = organisation, AccountId = account.Id, RoleId = roleId });
            await db.SaveChangesAsync();
        }

        return account;
    }

    /// <summary>Another organisation with an Admin role; its id.</summary>
    public static async Task<Guid> AddOrganisationAsync(this AppFixture app, string name)
    {
        await using var db = app.NewContext();
        var organisation = new Organisation { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Name = name, CreatedUtc = TimeProvider.System.GetUtcNow().UtcDateTime };
        db.Organisations.Add(organisation);
        db.Roles.Add(new Role { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), OrganisationId = organisation.Id, Name = "Admin", Permissions = ["*"] });
        await db.SaveChangesAsync();
        return organisation.Id;
    }
}
